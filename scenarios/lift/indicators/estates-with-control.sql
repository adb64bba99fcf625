-- name: 装有梯控的小区
-- unit: 个
-- formula: 期末在册的电梯控制器所在楼栋的小区，不重复
-- kind: count
-- better: up
-- by: [committee]
-- order: 10
select committee, 1 as value
from (
    select building.data ->> 'estate' as estate, min(building.committee) as committee
    from figures.entry controller
    join figures.entry lift on lift.register = 'lift' and lift.key = controller.data ->> 'lift'
    join figures.entry building on building.register = 'building' and building.key = lift.data ->> 'building'
    where controller.register = 'lift-controller' and controller.created_on <= :to and (controller.retired_on is null or controller.retired_on > :to) and building.data ->> 'estate' is not null
    group by building.data ->> 'estate'
) as estate
-- drill-down
select distinct on (building.data ->> 'estate') 'entry' as kind, building.id, (building.data ->> 'estate') || ' ' || building.label as label, building.changed_at as at, building.committee, building.register
from figures.entry controller
join figures.entry lift on lift.register = 'lift' and lift.key = controller.data ->> 'lift'
join figures.entry building on building.register = 'building' and building.key = lift.data ->> 'building'
where controller.register = 'lift-controller' and controller.created_on <= :to and (controller.retired_on is null or controller.retired_on > :to) and building.data ->> 'estate' is not null
order by building.data ->> 'estate', building.key
