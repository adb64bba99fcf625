-- name: 跨门营业案件
-- unit: 件
-- formula: 本期收到的跨门营业（E0501）案件
-- kind: count
-- better: down
-- by: [committee, unit, month]
-- order: 30
select committee, unit, reported_on as month, 1 as value
from figures.cases
where category = 'E0501' and reported_on between :from and :to and parent is null
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where category = 'E0501' and reported_on between :from and :to and parent is null
