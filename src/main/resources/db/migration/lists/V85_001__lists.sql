create schema lists;

create table lists.list (
    tenant    integer     not null,
    id        uuid        not null,
    kind      text        not null,
    title     text        not null,
    note      text        not null,
    from_day  date        not null,
    to_day    date,
    matter    text[]      not null,          -- categories that a special supervision looks at
    opened_at timestamptz not null,
    opened_by text        not null,
    closed_at timestamptz,
    items     integer     not null default 0, -- the last number given out
    primary key (tenant, id)
);
create unique index list_open_title on lists.list (tenant, kind, title) where closed_at is null;

-- The present of each item; what happened to it stands in item_event.
create table lists.item (
    tenant       integer     not null,
    id           uuid        not null,
    list         uuid        not null,
    number       integer     not null,
    title        text        not null,
    text         text        not null,
    unit         text        not null,
    person       uuid,
    helpers      text[]      not null,
    due          date        not null,
    proof        text        not null,
    photos       integer     not null,
    state        text        not null,
    version      integer     not null,
    ask          date,
    chases       integer     not null,
    acknowledged boolean     not null,
    extensions   integer     not null,
    sent_back    integer     not null,
    given_at     timestamptz not null,
    updated_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, list) references lists.list (tenant, id)
);
create unique index item_number on lists.item (tenant, list, number);
create index item_unit on lists.item (tenant, unit, due) where ended_at is null;
create index item_due on lists.item (tenant, due, id);

create table lists.item_event (
    tenant  integer     not null,
    item    uuid        not null,
    version integer     not null,
    at      timestamptz not null,
    by      uuid        not null,
    by_name text        not null,
    unit    text        not null,
    step    text,                            -- missing for the first, which gave the item out
    note    text        not null,
    day     date,
    photos  uuid[]      not null,
    primary key (tenant, item, version),
    foreign key (tenant, item) references lists.item (tenant, id)
);

-- Cases that an item gathers: what a task is about, what a joint action settles together.
create table lists.item_case (
    tenant  integer not null,
    item    uuid    not null,
    case_id uuid    not null,
    primary key (tenant, item, case_id),
    foreign key (tenant, item) references lists.item (tenant, id)
);
create index item_case_case on lists.item_case (tenant, case_id);

create table lists.meeting (
    tenant    integer     not null,
    id        uuid        not null,
    year      integer     not null,
    number    integer     not null,
    day       date        not null,
    opened_at timestamptz not null,
    chair     text        not null,
    closed_at timestamptz,
    primary key (tenant, id)
);
create unique index meeting_day on lists.meeting (tenant, day);
create unique index meeting_number on lists.meeting (tenant, year, number);

create table lists.matter (
    tenant  integer not null,
    meeting uuid    not null,
    seq     integer not null,
    title   text    not null,
    cases   uuid[]  not null,
    why     text[]  not null,
    carried integer not null,
    way     text,
    words   text,
    item    uuid,
    by      text,
    at      timestamptz,
    primary key (tenant, meeting, seq),
    foreign key (tenant, meeting) references lists.meeting (tenant, id)
);
