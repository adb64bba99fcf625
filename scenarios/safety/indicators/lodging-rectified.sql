-- name: 专项行动整改“三合一”隐患
-- unit: 处
-- formula: 本期开始的“三合一”专项检查中发现、已整改并复查通过的隐患
-- kind: count
-- better: up
-- rounding: {down-to: 10, word: 余}
-- by: [committee, unit, month]
-- order: 60
select c.committee, c.unit, p.started_on as month, 1 as value
from figures.campaign p
join figures.stop s on s.campaign = p.id
join figures.stop_case o on o.stop_id = s.id
join figures.cases c on c.id = o.case_id
where p.package = 'safety' and p.round = 'lodging' and p.started_on between :from and :to and c.stage in ('verified', 'closed') and c.parent is null
-- drill-down
select 'case' as kind, c.id, c.number || ' ' || c.title as label, c.reported_at as at, c.committee, c.unit
from figures.campaign p
join figures.stop s on s.campaign = p.id
join figures.stop_case o on o.stop_id = s.id
join figures.cases c on c.id = o.case_id
where p.package = 'safety' and p.round = 'lodging' and p.started_on between :from and :to and c.stage in ('verified', 'closed') and c.parent is null
