-- name: 检查单位
-- unit: 家
-- formula: 本期检查过的生产经营单位，同一单位不重复计
-- kind: count
-- better: up
-- by: [committee]
-- order: 10
select max(committee) as committee, 1 as value
from figures.stop
where package = 'safety' and register = 'unit' and state = 'made' and not is_again and made_on between :from and :to
group by subject
-- drill-down
select 'stop' as kind, id, label, made_at as at, committee
from (
    select id, label, made_at, max(committee) over (partition by subject) as committee,
        row_number() over (partition by subject order by made_at desc, id) as place
    from figures.stop
    where package = 'safety' and register = 'unit' and state = 'made' and not is_again and made_on between :from and :to
) as looks
where place = 1
