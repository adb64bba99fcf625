-- name: 巡查覆盖率
-- formula: 本期应巡的巡查点中按时巡到的 ÷ 本期应巡的巡查点；复核不计
-- kind: rate
-- better: up
-- by: [committee, month]
-- order: 10
select committee, period_from as month, 1 as denominator, case when state = 'made' then 1 else 0 end as numerator
from figures.stop
where not is_again and period_from between :from and :to and (state in ('made', 'missed') or state = 'open' and due_at <= :now)
-- drill-down
select 'stop' as kind, id, label || ' ' || to_char(period_from, 'MM-DD') as label, coalesce(made_at, due_at) as at, committee,
    state = 'made' as counts
from figures.stop
where not is_again and period_from between :from and :to and (state in ('made', 'missed') or state = 'open' and due_at <= :now)
