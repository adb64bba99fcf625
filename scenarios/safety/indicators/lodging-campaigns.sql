-- name: “三合一”专项行动
-- unit: 次
-- formula: 本期开始的“三合一”专项检查
-- kind: count
-- better: neither
-- by: [month]
-- order: 50
select started_on as month, 1 as value
from figures.campaign
where package = 'safety' and round = 'lodging' and started_on between :from and :to
-- drill-down
select 'campaign' as kind, id, name as label, started_at as at, null::text as committee
from figures.campaign
where package = 'safety' and round = 'lodging' and started_on between :from and :to
