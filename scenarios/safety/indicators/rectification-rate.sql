-- name: 隐患整改率
-- formula: 本期检查发现的隐患中已整改并复查通过的 ÷ 本期检查发现的隐患
-- kind: rate
-- decimals: 0
-- better: up
-- by: [committee, unit, month]
-- order: 40
select committee, unit, reported_on as month, 1 as denominator, case when stage in ('verified', 'closed') then 1 else 0 end as numerator
from figures.cases
where channel = 'inspection' and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit, stage in ('verified', 'closed') as counts
from figures.cases
where channel = 'inspection' and category in ('S0101', 'S0102') and parent is null and reported_on between :from and :to
