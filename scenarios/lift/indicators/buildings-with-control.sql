-- name: 装有梯控的楼栋
-- unit: 幢
-- formula: 期末在册的电梯控制器所在的楼栋，不重复
-- kind: count
-- better: up
-- by: [committee]
-- order: 20
select committee, 1 as value
from (
    select distinct building.committee, building.id
    from figures.entry controller
    join figures.entry lift on lift.register = 'lift' and lift.key = controller.data ->> 'lift'
    join figures.entry building on building.register = 'building' and building.key = lift.data ->> 'building'
    where controller.register = 'lift-controller' and controller.created_on <= :to and (controller.retired_on is null or controller.retired_on > :to)
) as building
-- drill-down
select distinct 'entry' as kind, building.id, building.key || ' ' || building.label as label, building.changed_at as at, building.committee, building.register
from figures.entry controller
join figures.entry lift on lift.register = 'lift' and lift.key = controller.data ->> 'lift'
join figures.entry building on building.register = 'building' and building.key = lift.data ->> 'building'
where controller.register = 'lift-controller' and controller.created_on <= :to and (controller.retired_on is null or controller.retired_on > :to)
