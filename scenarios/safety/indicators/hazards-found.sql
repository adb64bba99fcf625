-- name: 发现隐患
-- unit: 处
-- formula: 本期检查发现的一般隐患和重大隐患
-- kind: count
-- better: neither
-- by: [committee, unit, month]
-- order: 20
select committee, unit, reported_on as month, 1 as value
from figures.cases
where channel = 'inspection' and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where channel = 'inspection' and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
