-- name: 回潮率
-- formula: 本期结案的游商、单车、堆物案件中，30 天内同一点位（同一停放线或守点，或 50 米内）又发生同类案件的 ÷ 本期结案的这些案件
-- kind: rate
-- better: down
-- by: [committee, unit, month]
-- order: 10
select committee, unit, closed_on as month, 1 as denominator, case when again_id is null then 0 else 1 end as numerator
from figures.relapse
where category in ('E0502', 'E0506', 'E0507') and closed_on between :from and :to
-- drill-down
select 'case' as kind, case_id as id, coalesce(spot, cell) || ' · ' || number || ' ' || title || coalesce(' → ' || again_number, '') as label, closed_at as at,
    committee, unit, again_id is not null as counts
from figures.relapse
where category in ('E0502', 'E0506', 'E0507') and closed_on between :from and :to
