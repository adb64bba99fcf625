-- name: 反复点位
-- unit: 处
-- formula: 本期结案后 30 天内又发生同类案件达 2 次及以上的停放线、守点（没有登记点位的按网格计），应由一次清理转为长效管理
-- kind: count
-- better: down
-- by: [committee]
-- order: 20
select committee, 1 as value
from (
    select committee, coalesce(register || '/' || key, cell) as place
    from figures.relapse
    where category in ('E0502', 'E0506', 'E0507') and closed_on between :from and :to and again_id is not null
    group by committee, coalesce(register || '/' || key, cell)
    having count(*) >= 2) as spots
-- drill-down
select 'case' as kind, r.again_id as id, coalesce(r.spot, r.cell) || ' · ' || spots.times || ' ×' as label, r.again_at as at, r.committee
from (
    select committee, coalesce(register || '/' || key, cell) as place, count(*) as times, max(again_at) as latest
    from figures.relapse
    where category in ('E0502', 'E0506', 'E0507') and closed_on between :from and :to and again_id is not null
    group by committee, coalesce(register || '/' || key, cell)
    having count(*) >= 2) as spots
join (
    select committee, coalesce(register || '/' || key, cell) as place, spot, cell, again_id, again_at,
        row_number() over (partition by committee, coalesce(register || '/' || key, cell) order by again_at desc, again_id) as nth
    from figures.relapse
    where category in ('E0502', 'E0506', 'E0507') and closed_on between :from and :to and again_id is not null) as r
    on r.committee = spots.committee and r.place = spots.place and r.nth = 1
