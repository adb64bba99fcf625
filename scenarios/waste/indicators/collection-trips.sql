-- name: 收运车次
-- unit: 车次
-- formula: 本期过磅并关闭的大件垃圾、装修垃圾收运车次
-- kind: count
-- better: neither
-- by: [unit, month]
-- order: 30
select unit, closed_on as month, 1 as value
from figures.trip
where package = 'waste' and state = 'closed' and closed_on between :from and :to
-- drill-down
select 'trip' as kind, id, number || ' ' || net::text || ' kg' as label, closed_at as at, '' as committee, unit
from figures.trip
where package = 'waste' and state = 'closed' and closed_on between :from and :to
