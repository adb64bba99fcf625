-- name: 预约按时收运率
-- formula: 时段在本期结束的预约中按时收运的 ÷ 其中没有取消的全部预约
-- kind: rate
-- better: up
-- by: [committee, month]
-- order: 35
select committee, day as month, 1 as denominator, case when state = 'served' and settled_at <= until then 1 else 0 end as numerator
from figures.booking
where package = 'waste' and state <> 'cancelled' and day between :from and :to and until <= :now
-- drill-down
select 'booking' as kind, id, number as label, until as at, committee, state = 'served' and settled_at <= until as counts
from figures.booking
where package = 'waste' and state <> 'cancelled' and day between :from and :to and until <= :now
