-- name: 先行联系率区内排名
-- unit: 名
-- formula: 各月先行联系率的平均高于本街道的同级街道个数 + 1；其他街道的数据由人工录入
-- kind: number
-- better: down
-- order: 20
select case when max(own.mean) is null then null else 1 + count(*) filter (where peers.mean > own.mean) end as value
from (
    select peer, avg(value) as mean from figures.reference_score
    where package = 'assessment' and name = 'hotline' and measure = 'first-contact' and peer is not null and month between :from and :to
    group by peer) as peers
cross join (
    select 100 * avg((parts -> 'first-contact' ->> 'rate')::numeric) as mean from figures.score
    where package = 'assessment' and name = 'hotline' and board = 'all' and month between :from and :to) as own
-- drill-down
select 'reference' as kind, id, to_char(month, 'YYYY-MM') || ' ' || peer || ' ' || value::text as label, entered_at as at, '' as committee
from figures.reference_score
where package = 'assessment' and name = 'hotline' and measure = 'first-contact' and peer is not null and month between :from and :to
