-- name: 装有监测设备的小区
-- unit: 个
-- formula: 期末在册的传感器所在投放点的小区，不重复
-- kind: count
-- better: up
-- by: [committee]
-- order: 10
select committee, 1 as value
from (
    select building.data ->> 'estate' as estate, min(building.committee) as committee
    from figures.entry sensor
    join figures.entry point on point.register = 'waste-point' and point.key = sensor.data ->> 'point'
    join figures.entry building on building.register = 'building' and building.key = point.data ->> 'building'
    where sensor.register = 'waste-sensor' and sensor.created_on <= :to and (sensor.retired_on is null or sensor.retired_on > :to) and building.data ->> 'estate' is not null
    group by building.data ->> 'estate'
) as estate
-- drill-down
select distinct on (building.data ->> 'estate') 'entry' as kind, point.id, (building.data ->> 'estate') || ' ' || point.label as label, point.changed_at as at, point.committee, point.register
from figures.entry sensor
join figures.entry point on point.register = 'waste-point' and point.key = sensor.data ->> 'point'
join figures.entry building on building.register = 'building' and building.key = point.data ->> 'building'
where sensor.register = 'waste-sensor' and sensor.created_on <= :to and (sensor.retired_on is null or sensor.retired_on > :to) and building.data ->> 'estate' is not null
order by building.data ->> 'estate', point.key
