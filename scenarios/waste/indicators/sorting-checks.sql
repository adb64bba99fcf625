-- name: 分类质量抽查
-- unit: 次
-- formula: 本期完成的分类质量抽查；复核不计
-- kind: count
-- better: up
-- by: [committee, month]
-- order: 40
select committee, made_on as month, 1 as value
from figures.stop
where package = 'waste' and round = 'sorting' and state = 'made' and not is_again and made_on between :from and :to
-- drill-down
select 'stop' as kind, id, label || ' ' || to_char(made_on, 'MM-DD') as label, made_at as at, committee
from figures.stop
where package = 'waste' and round = 'sorting' and state = 'made' and not is_again and made_on between :from and :to
