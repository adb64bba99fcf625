-- What somebody looks at again and again, under a name. A shared one is seen by everybody of the unit.
create table casework.saved_filter (
    tenant  integer     not null,
    id      uuid        not null,
    staff   uuid        not null,
    unit    text        not null,
    name    text        not null,
    fields  jsonb       not null,               -- as in the address of a list
    shared  boolean     not null,
    at      timestamptz not null,
    primary key (tenant, id)
);
create unique index saved_filter_name on casework.saved_filter (tenant, staff, lower(name));
create index saved_filter_shared on casework.saved_filter (tenant, unit) where shared;
