-- name: 已立项的应用场景
-- unit: 个
-- formula: 期内由会议同意立项的场景立项档案
-- kind: count
-- better: neither
-- by: [unit, month]
-- order: 20
select unit, day as month, 1 as value
from figures.programme_step
where package = 'approval' and kind = 'scenario' and step = 'approve' and day between :from and :to
-- drill-down
select 'programme' as kind, programme_id as id, number || ' ' || title as label, at, null::text as committee, unit
from figures.programme_step
where package = 'approval' and kind = 'scenario' and step = 'approve' and day between :from and :to
