-- name: 派遣准确率
-- formula: 本期派遣中没有被退单的 ÷ 本期派遣（GB/T 30428）；一案多次派遣的逐次计
-- kind: rate
-- better: up
-- by: [committee, month]
-- order: 30
select committee, day as month, 1 as denominator, case when next = 'grant-return' then 0 else 1 end as numerator
from (
    select case_id, number, title, at, day, action, committee, unit,
        lead(action) over (partition by case_id order by seq) as next
    from figures.case_event where action in ('dispatch', 'redispatch', 'arbitrate', 'grant-return')
) as steps
where action <> 'grant-return' and day between :from and :to
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, at, committee, next is distinct from 'grant-return' as counts
from (
    select case_id, number, title, at, day, action, committee, unit,
        lead(action) over (partition by case_id order by seq) as next
    from figures.case_event where action in ('dispatch', 'redispatch', 'arbitrate', 'grant-return')
) as steps
where action <> 'grant-return' and day between :from and :to
