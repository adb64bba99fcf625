-- A day's orders that somebody hands in as a table, for places without an interface.
create table hotline.sheet (
    tenant     integer     not null,
    id         uuid        not null,
    file       text        not null,
    state      text        not null,            -- pending | applied | dropped
    by_id      text        not null,
    by_name    text        not null,
    at         timestamptz not null,
    applied_at timestamptz,
    heading    jsonb       not null,
    left_out   jsonb       not null,            -- titles of columns that nobody here reads
    inserted   integer     not null default 0,
    changed    integer     not null default 0,
    unchanged  integer     not null default 0,
    rejected   integer     not null default 0,
    empty      integer     not null default 0,
    primary key (tenant, id)
);
create index sheet_latest on hotline.sheet (tenant, at desc);

-- What each of its rows would do. What a caller said of himself is sealed, and goes once the row has done what it does.
create table hotline.sheet_row (
    tenant   integer     not null,
    sheet    uuid        not null,
    row      integer     not null,
    act      text        not null,              -- insert | change | same | reject
    order_no text,
    cells    text,                              -- as they stand in the sheet, sealed
    sealed   text,                              -- the order that was read from them, sealed
    faults   jsonb       not null,
    changes  jsonb       not null,
    done_at  timestamptz,
    primary key (tenant, sheet, row)
);
create index sheet_row_to_do on hotline.sheet_row (tenant, sheet, row) where done_at is null and act in ('insert', 'change');

-- What a later sheet says of the matter; null as long as that is what the caller's report says.
alter table hotline.orders add column words text;
