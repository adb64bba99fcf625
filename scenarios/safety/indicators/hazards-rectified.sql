-- name: 整改隐患
-- unit: 处
-- formula: 本期检查发现的隐患中已整改并复查通过的
-- kind: count
-- better: up
-- by: [committee, unit, month]
-- order: 30
select committee, unit, reported_on as month, 1 as value
from figures.cases
where channel = 'inspection' and stage in ('verified', 'closed') and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where channel = 'inspection' and stage in ('verified', 'closed') and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
