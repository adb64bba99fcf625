-- name: 油烟净化器未按期清洗或没有
-- unit: 家
-- formula: 期末在册的餐饮店中油烟净化器未按期清洗或没有的
-- kind: count
-- better: down
-- by: [committee]
-- order: 20
select committee, 1 as value
from figures.entry
where register = 'shop' and created_on <= :to and (retired_on is null or retired_on > :to)
    and data ->> 'fumes' in ('uncleaned', 'none')
-- drill-down
select 'entry' as kind, id, key || ' ' || label as label, changed_at as at, committee, register
from figures.entry
where register = 'shop' and created_on <= :to and (retired_on is null or retired_on > :to)
    and data ->> 'fumes' in ('uncleaned', 'none')
