-- name: 装有监测设备的投放点
-- unit: 个
-- formula: 期末在册的传感器所在的投放点
-- kind: count
-- better: up
-- by: [committee]
-- order: 20
select committee, 1 as value
from (
    select distinct point.committee, point.id
    from figures.entry sensor
    join figures.entry point on point.register = 'waste-point' and point.key = sensor.data ->> 'point'
    where sensor.register = 'waste-sensor' and sensor.created_on <= :to and (sensor.retired_on is null or sensor.retired_on > :to)
) as point
-- drill-down
select distinct 'entry' as kind, point.id, point.key || ' ' || point.label as label, point.changed_at as at, point.committee, point.register
from figures.entry sensor
join figures.entry point on point.register = 'waste-point' and point.key = sensor.data ->> 'point'
where sensor.register = 'waste-sensor' and sensor.created_on <= :to and (sensor.retired_on is null or sensor.retired_on > :to)
