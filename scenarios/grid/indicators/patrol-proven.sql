-- name: 到场证明率
-- formula: 本期巡到的巡查点中照片和定位能证明到场的 ÷ 本期巡到的巡查点
-- kind: rate
-- better: up
-- by: [committee, month]
-- order: 20
select committee, period_from as month, 1 as denominator, case when proven then 1 else 0 end as numerator
from figures.stop
where not is_again and period_from between :from and :to and state = 'made'
-- drill-down
select 'stop' as kind, id, label || ' ' || to_char(period_from, 'MM-DD') as label, coalesce(made_at, due_at) as at, committee,
    proven as counts
from figures.stop
where not is_again and period_from between :from and :to and state = 'made'
