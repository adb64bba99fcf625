-- name: 提交初审的应用场景
-- unit: 个
-- formula: 期内第一次提交初审的场景立项档案
-- kind: count
-- better: neither
-- by: [unit, month]
-- order: 10
select unit, day as month, 1 as value
from (
    select distinct on (programme_id) programme_id, unit, day
    from figures.programme_step
    where package = 'approval' and kind = 'scenario' and step = 'submit'
    order by programme_id, seq
) as first
where day between :from and :to
-- drill-down
select 'programme' as kind, programme_id as id, number || ' ' || title as label, at, null::text as committee, unit
from (
    select distinct on (programme_id) programme_id, number, title, at, unit, day
    from figures.programme_step
    where package = 'approval' and kind = 'scenario' and step = 'submit'
    order by programme_id, seq
) as first
where day between :from and :to
