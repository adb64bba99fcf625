-- name: 预约到收运平均等待
-- unit: 天
-- formula: 本期收运的预约，从预约到收运的平均天数
-- kind: number
-- better: down
-- decimals: 1
-- by: [committee, month]
-- order: 36
select committee, settled_on as month, extract(epoch from settled_at - booked_at) / 86400.0 as numerator, 1 as denominator
from figures.booking
where package = 'waste' and state = 'served' and settled_on between :from and :to
-- drill-down
select 'booking' as kind, id, number || ' ' || round((extract(epoch from settled_at - booked_at) / 86400.0)::numeric, 1)::text || ' d' as label, settled_at as at, committee
from figures.booking
where package = 'waste' and state = 'served' and settled_on between :from and :to
