-- What can be searched in a case, cut by the application into pieces of two ideographs or three letters (casework.model.Grams). It stands apart from the case's
-- row, which changes with every step: this one changes only when something was said. Beside the pieces stand marks that begin with =: the sub-district, and
-- with it the area, the committee and every unit with a part in the case, so that one index finds what a person may see.
create table casework.case_words (
    tenant      integer     not null,
    case_id     uuid        not null,
    reported_at timestamptz not null,
    matter      text        not null,           -- number, address, title, description, answers: a line each, in plain form
    said        text        not null,           -- notes and answers, a line each, in plain form
    grams       tsvector    not null,
    primary key (tenant, case_id)
);
create index case_words_newest on casework.case_words (tenant, reported_at desc, case_id desc);
create index case_words_grams on casework.case_words using gin (grams);

-- Numbers arise in the database.
create function casework.number_grams(number text) returns tsvector language sql immutable as $$
    select array_to_tsvector(array(select substr(lower(number), i, 3) from generate_series(1, length(number)) i))
$$;

-- The newest cases with these words. The index cannot be used behind the policies of row-level security, because the operator is not marked leakproof; so this
-- runs as the owner, and holds itself to the tenant that the connection is bound to.
-- asked: the pieces; patterns: what each word must stand as, for LIKE; but_not: a pattern that must not fit; after_*: where the page before ended;
-- newest: so many of the newest cases are looked through before the index is asked; most: no more than these.
create function casework.find_words(asked tsquery, patterns text[], but_not text, after_at timestamptz, after_id uuid, newest integer, most integer)
returns table (case_id uuid, reported_at timestamptz) language plpgsql stable security definer rows 50
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off as $$
declare
    own constant integer := nullif(current_setting('yiwang.tenant', true), '')::integer;
    found integer;
begin
    -- A frequent word stands often enough among the newest: no need to gather all the others only to leave them out.
    if newest > 0 then
        return query
        select w.case_id, w.reported_at
        from (select * from casework.case_words n
            where n.tenant = own and (after_at is null or (n.reported_at, n.case_id) < (after_at, after_id))
            order by n.reported_at desc, n.case_id desc limit newest) w
        where w.grams @@ asked and (w.matter || w.said) like all (patterns) and (but_not is null or (w.matter || w.said) not like but_not)
        order by w.reported_at desc, w.case_id desc limit most;
        get diagnostics found = row_count;
        if found >= most then return; end if;
    end if;
    return query
    with hit as materialized (
        select w.case_id, w.reported_at from casework.case_words w
        where w.tenant = own and w.grams @@ asked and (w.matter || w.said) like all (patterns)
            and (but_not is null or (w.matter || w.said) not like but_not)
            and (after_at is null or (w.reported_at, w.case_id) < (after_at, after_id)))
    select h.case_id, h.reported_at from hit h order by h.reported_at desc, h.case_id desc
    offset coalesce(found, 0) limit most - coalesce(found, 0);
end $$;
