-- name: 热线总体得分比去年
-- unit: 分
-- formula: 各月总体得分的平均 − 去年同期各月的平均；去年的数据由人工录入
-- kind: number
-- better: up
-- decimals: 1
-- order: 50
select (select avg(total) from figures.score where package = 'assessment' and name = 'hotline' and board = 'all' and month between :from and :to)
    - (select avg(value) from figures.reference_score where package = 'assessment' and name = 'hotline' and measure = 'total' and peer is null and month + interval '1 year' between :from and :to) as value
-- drill-down
select 'reference' as kind, id, to_char(month, 'YYYY-MM') || ' ' || value::text as label, entered_at as at, '' as committee
from figures.reference_score
where package = 'assessment' and name = 'hotline' and measure = 'total' and peer is null and month + interval '1 year' between :from and :to
