-- name: 热线满意率比去年
-- unit: 个百分点
-- formula: 各月满意率的平均 − 去年同期各月的平均；去年的数据由人工录入
-- kind: number
-- better: up
-- decimals: 1
-- order: 40
select (select 100 * avg((parts -> 'satisfaction' ->> 'rate')::numeric) from figures.score where package = 'assessment' and name = 'hotline' and board = 'all' and month between :from and :to)
    - (select avg(value) from figures.reference_score where package = 'assessment' and name = 'hotline' and measure = 'satisfaction' and peer is null and month + interval '1 year' between :from and :to) as value
-- drill-down
select 'reference' as kind, id, to_char(month, 'YYYY-MM') || ' ' || value::text as label, entered_at as at, '' as committee
from figures.reference_score
where package = 'assessment' and name = 'hotline' and measure = 'satisfaction' and peer is null and month + interval '1 year' between :from and :to
