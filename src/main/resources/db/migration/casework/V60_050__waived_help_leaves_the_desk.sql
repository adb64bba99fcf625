-- Whose help was waived has no part in the case any more, as a unit that gave it back: the desk holds the lead and those whose help stands.
-- The units' order stays: the lead first.
update casework.cases c
set desk = array_remove(
        array(select unit from unnest(c.desk) with ordinality as d(unit, n)
            where unit is not distinct from c.lead
                or exists (select from jsonb_array_elements(c.assistants) a where a ->> 'unit' = d.unit and a ->> 'state' <> 'waived')
            order by n),
        null)
where exists (select from jsonb_array_elements(c.assistants) a where a ->> 'state' = 'waived');
