-- name: 示例案件
-- unit: 件
-- formula: 本期收到的示例事项案件
-- kind: count
-- better: down
-- by: [committee, unit, month]
select committee, unit, reported_on as month, 1 as value
from figures.cases
where category = '__code__' and reported_on between :from and :to
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where category = '__code__' and reported_on between :from and :to
