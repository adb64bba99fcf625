-- name: 热线满意率
-- unit: "%"
-- formula: （满意 + 0.8 × 基本满意）÷ 本期有效回访；四星以上为满意，三星为基本满意
-- kind: number
-- better: up
-- by: [committee, unit, month]
-- order: 150
select committee, unit, day as month, 1 as denominator,
    case when satisfaction >= 4 then 100 when satisfaction = 3 then 80 else 0 end as numerator
from figures.case_visit
where channel = 'hotline' and reached and satisfaction is not null and day between :from and :to
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, at, committee, unit
from figures.case_visit
where channel = 'hotline' and reached and satisfaction is not null and day between :from and :to
