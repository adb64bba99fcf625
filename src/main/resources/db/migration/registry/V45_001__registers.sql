create schema registry;

-- The kinds of register in force, as their packages have published them.
create table registry.definition (
    tenant       integer     not null,
    name         text        not null,
    pack         text        not null,
    version      integer     not null,
    yaml         text        not null,
    texts        jsonb       not null,           -- the package's words in other languages: language -> YAML
    published_at timestamptz not null,
    primary key (tenant, name)
);

-- The present of each entry. What follows from its data is kept beside it, so that lists, search and scores need not read the data.
create table registry.entry (
    tenant       integer     not null,
    id           uuid        not null,
    register     text        not null,
    key          text        not null,
    label        text        not null,
    data         jsonb       not null,           -- personal fields are sealed
    lon          double precision,
    lat          double precision,
    shape        jsonb,
    cell         text,
    committee    text,
    area         text,
    asked        smallint    not null,
    missing      text[]      not null,
    refs         text[]      not null,           -- entries that it names: building:<key>
    marks        text[]      not null,           -- values that no other entry should have: licence:<value>
    alike        text        not null,
    words        text        not null,
    grams        integer[]   not null,           -- signs and pairs of signs of the words
    version      integer     not null,
    confirmed_at timestamptz not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    retired_at   timestamptz,
    primary key (tenant, id)
) with (fillfactor = 90);
create unique index entry_key on registry.entry (tenant, register, key);
create index entry_changed on registry.entry (tenant, register, changed_at desc, id);
create index entry_committee on registry.entry (tenant, register, committee);
create index entry_alike on registry.entry (tenant, register, alike, lat) where retired_at is null;
create index entry_grams on registry.entry using gin (grams);
create index entry_refs on registry.entry using gin (refs);

-- Every version that an entry has had, whole: so the past can be read without adding anything up.
create table registry.change (
    tenant       integer     not null,
    entry        uuid        not null,
    version      integer     not null,
    register     text        not null,
    act          text        not null,           -- insert, change, confirm, retire, restore, delete
    source       text        not null,           -- hand, import, undo
    import       uuid,
    actor        text        not null,
    actor_name   text        not null,
    at           timestamptz not null,
    key          text        not null,
    label        text        not null,
    data         jsonb       not null,
    lon          double precision,
    lat          double precision,
    shape        jsonb,
    cell         text,
    committee    text,
    area         text,
    confirmed_at timestamptz not null,
    retired_at   timestamptz,
    primary key (tenant, entry, version)
);
create index change_import on registry.change (tenant, import) where import is not null;
create index change_key on registry.change (tenant, register, key, at);

-- The past is added to, never changed: only sealing with a new key may touch what is sealed.
create function registry.keep_changes() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'data' <> to_jsonb(old) - 'data' then
        raise exception 'registry.change is append-only';
    end if;
    return new;
end $$;
create trigger keep_changes before update or delete on registry.change for each row execute function registry.keep_changes();

create table registry.import (
    tenant     integer     not null,
    id         uuid        not null,
    register   text        not null,
    file       text        not null,
    state      text        not null,             -- pending, applied, undone, dropped
    by_id      text        not null,
    by_name    text        not null,
    at         timestamptz not null,
    applied_at timestamptz,
    undone_at  timestamptz,
    heading    jsonb       not null,             -- the sheet's own column titles in their order
    inserted   integer     not null,
    changed    integer     not null,
    unchanged  integer     not null,
    rejected   integer     not null,
    empty      integer     not null,
    primary key (tenant, id)
);
create index import_at on registry.import (tenant, register, at desc);

-- The rows of a sheet until it is applied or dropped, and what each would do.
create table registry.import_row (
    tenant  integer not null,
    import  uuid    not null,
    row     integer not null,                    -- as the sheet counts
    act     text    not null,                    -- insert, change, same, reject
    key     text,
    entry   uuid,
    base    integer,                             -- version of the entry that it was compared with
    cells   jsonb   not null,                    -- as they stand in the sheet, personal ones sealed
    faults  jsonb   not null,
    changes jsonb   not null,                    -- of a changed entry: column, from, to; personal ones masked
    content jsonb,                               -- the entry's columns as they will be
    primary key (tenant, import, row)
);
create index import_row_act on registry.import_row (tenant, import, act, row);
