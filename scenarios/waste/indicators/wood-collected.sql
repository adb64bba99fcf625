-- name: 其中木料
-- unit: 吨
-- formula: 本期收运中逐处称重的木料、板材
-- kind: number
-- better: neither
-- decimals: 2
-- by: [committee, month]
-- order: 33
select committee, settled_on as month, kilograms / 1000.0 as value
from figures.collected
where package = 'waste' and material = 'wood' and settled_on between :from and :to
-- drill-down
select 'booking' as kind, booking_id as id, number || ' ' || sum(kilograms)::text || ' kg' as label, settled_at as at, committee
from figures.collected
where package = 'waste' and material = 'wood' and settled_on between :from and :to
group by booking_id, number, settled_at, committee
