-- name: 清理僵尸车
-- unit: 辆
-- formula: 本期结案的僵尸车案件
-- kind: count
-- better: up
-- by: [committee, month]
select committee, closed_on as month, 1 as value
from figures.cases
where category = 'E0151' and stage = 'closed' and closed_on between :from and :to
-- drill-down
select 'case' as kind, id, number || ' ' || title as label, closed_at as at, committee
from figures.cases
where category = 'E0151' and stage = 'closed' and closed_on between :from and :to
