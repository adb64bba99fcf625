-- name: 漏巡
-- unit: 个
-- formula: 本期应巡而未按时巡到的巡查点
-- kind: count
-- better: down
-- by: [committee, month]
-- order: 30
select committee, period_from as month, 1 as value
from figures.stop
where not is_again and period_from between :from and :to and (state = 'missed' or state = 'open' and due_at <= :now)
-- drill-down
select 'stop' as kind, id, label || ' ' || to_char(period_from, 'MM-DD') as label, coalesce(made_at, due_at) as at, committee
from figures.stop
where not is_again and period_from between :from and :to and (state = 'missed' or state = 'open' and due_at <= :now)
