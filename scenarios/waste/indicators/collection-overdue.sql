-- name: 超时未收的预约
-- unit: 个
-- formula: 时段在本期结束、至今仍未收运的预约
-- kind: count
-- better: down
-- by: [committee, month]
-- order: 37
select committee, day as month, 1 as value
from figures.booking
where package = 'waste' and state in ('booked', 'planned') and day between :from and :to and until <= :now
-- drill-down
select 'booking' as kind, id, number as label, until as at, committee
from figures.booking
where package = 'waste' and state in ('booked', 'planned') and day between :from and :to and until <= :now
