-- name: 返工率
-- formula: 本期处置反馈中核查不通过的 ÷ 本期处置反馈（GB/T 30428）
-- kind: rate
-- better: down
-- by: [committee, unit, month]
-- order: 70
select committee, unit, day as month, 1 as denominator, case when next = 'fail' then 1 else 0 end as numerator
from (
    select case_id, number, title, at, day, action, committee, unit,
        lead(action) over (partition by case_id order by seq) as next
    from figures.case_event where action in ('feedback', 'self-handle', 'pass', 'fail')
) as steps
where action in ('feedback', 'self-handle') and day between :from and :to
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, at, committee, unit, coalesce(next = 'fail', false) as counts
from (
    select case_id, number, title, at, day, action, committee, unit,
        lead(action) over (partition by case_id order by seq) as next
    from figures.case_event where action in ('feedback', 'self-handle', 'pass', 'fail')
) as steps
where action in ('feedback', 'self-handle') and day between :from and :to
