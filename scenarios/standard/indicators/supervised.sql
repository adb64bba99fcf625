-- name: 督办
-- unit: 次
-- formula: 本期人工或到时自动的催办以上督办：督办、黄牌、红牌、报领导
-- kind: count
-- better: down
-- by: [committee, unit, month]
-- order: 80
select committee, unit, day as month, 1 as value
from figures.case_event
where action in ('supervise', 'yellow', 'red', 'escalate') and day between :from and :to
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, at, committee, unit
from figures.case_event
where action in ('supervise', 'yellow', 'red', 'escalate') and day between :from and :to
