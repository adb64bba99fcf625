-- name: 热线考核总体得分
-- unit: 分
-- formula: 各月公布的全街道总体得分的平均，公式和权重见考核页
-- kind: number
-- better: up
-- by: [month]
-- decimals: 2
-- order: 10
select month, total as numerator, 1 as denominator
from figures.score
where package = 'assessment' and name = 'hotline' and board = 'all' and month between :from and :to
-- drill-down
select 'edition' as kind, edition as id, to_char(month, 'YYYY-MM') || ' ' || total::text as label, published_at as at, '' as committee
from figures.score
where package = 'assessment' and name = 'hotline' and board = 'all' and month between :from and :to
