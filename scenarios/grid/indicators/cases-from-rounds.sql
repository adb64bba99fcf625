-- name: 巡查发现
-- unit: 件
-- formula: 本期巡查打卡时当场立案的案件
-- kind: count
-- better: neither
-- by: [committee, unit, month]
-- order: 50
select c.committee, c.unit, c.reported_on as month, 1 as value
from figures.stop_case s join figures.cases c on c.id = s.case_id
where c.reported_on between :from and :to
-- drill-down
select 'case' as kind, c.id, c.number || ' ' || c.title as label, c.reported_at as at, c.committee, c.unit
from figures.stop_case s join figures.cases c on c.id = s.case_id
where c.reported_on between :from and :to
