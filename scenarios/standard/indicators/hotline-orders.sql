-- name: 热线工单
-- unit: 件
-- formula: 本期从 12345 热线收到的工单
-- kind: count
-- better: neither
-- by: [committee, unit, month]
-- order: 110
select committee, unit, reported_on as month, 1 as value
from figures.cases
where channel = 'hotline' and reported_on between :from and :to and parent is null
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where channel = 'hotline' and reported_on between :from and :to and parent is null
