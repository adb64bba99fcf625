-- name: 垃圾分类正确率
-- unit: '%'
-- formula: 本期各次分类质量抽查中，分对的袋数 ÷ 查看的袋数，各次抽查平均；复核不计
-- kind: number
-- better: up
-- by: [committee, month]
-- decimals: 1
-- order: 30
select committee, made_on as month, 1 as denominator, 100.0 * correct / looked as numerator
from (
    select committee, made_on,
        (answers ->> 'wet-looked')::integer + (answers ->> 'dry-looked')::integer + (answers ->> 'recyclable-looked')::integer + (answers ->> 'hazardous-looked')::integer as looked,
        (answers ->> 'wet-correct')::integer + (answers ->> 'dry-correct')::integer + (answers ->> 'recyclable-correct')::integer + (answers ->> 'hazardous-correct')::integer as correct
    from figures.stop
    where package = 'waste' and round = 'sorting' and state = 'made' and not is_again and made_on between :from and :to
) as seen
where looked > 0
-- drill-down
select 'stop' as kind, id, label || ' ' || correct || '/' || looked as label, made_at as at, committee
from (
    select id, label, made_at, committee,
        (answers ->> 'wet-looked')::integer + (answers ->> 'dry-looked')::integer + (answers ->> 'recyclable-looked')::integer + (answers ->> 'hazardous-looked')::integer as looked,
        (answers ->> 'wet-correct')::integer + (answers ->> 'dry-correct')::integer + (answers ->> 'recyclable-correct')::integer + (answers ->> 'hazardous-correct')::integer as correct
    from figures.stop
    where package = 'waste' and round = 'sorting' and state = 'made' and not is_again and made_on between :from and :to
) as seen
where looked > 0
