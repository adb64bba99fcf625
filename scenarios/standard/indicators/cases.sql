-- name: 受理案件
-- unit: 件
-- formula: 本期收到的案件，拆分出的子案不重复计
-- kind: count
-- better: neither
-- by: [committee, unit, month]
-- order: 10
select committee, unit, reported_on as month, 1 as value
from figures.cases
where reported_on between :from and :to and parent is null
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, reported_at as at, committee, unit
from figures.cases
where reported_on between :from and :to and parent is null
