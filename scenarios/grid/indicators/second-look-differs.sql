-- name: 复核不一致率
-- formula: 本期复核中结论与初查不同的 ÷ 本期完成的复核
-- kind: rate
-- better: down
-- by: [committee, month]
-- order: 40
select committee, period_from as month, 1 as denominator, case when failed <> again_failed then 1 else 0 end as numerator
from figures.stop
where is_again and period_from between :from and :to and state = 'made'
-- drill-down
select 'stop' as kind, id, label || ' ' || to_char(period_from, 'MM-DD') as label, coalesce(made_at, due_at) as at, committee,
    failed <> again_failed as counts
from figures.stop
where is_again and period_from between :from and :to and state = 'made'
