-- name: 沿街商铺
-- unit: 家
-- formula: 期末在册的沿街商铺
-- kind: count
-- better: neither
-- by: [committee]
-- order: 10
select committee, 1 as value
from figures.entry
where register = 'shop' and created_on <= :to and (retired_on is null or retired_on > :to)
-- drill-down
select 'entry' as kind, id, key || ' ' || label as label, changed_at as at, committee, register
from figures.entry
where register = 'shop' and created_on <= :to and (retired_on is null or retired_on > :to)
