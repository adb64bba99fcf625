create schema organisation;

create table organisation.unit (
    tenant  integer not null,
    id      text    not null,
    name    text    not null,
    name_en text    not null,
    kind    text    not null,
    parent  text,
    phone   text,
    place   integer not null,       -- order on lists
    primary key (tenant, id)
);

create table organisation.staff (
    tenant     integer not null,
    id         uuid    not null,
    login      text    not null,
    password   text    not null,    -- Argon2id, encoded with its parameters
    name       text    not null,
    name_en    text    not null,
    unit       text    not null,
    roles      text[]  not null,
    areas      text[]  not null,    -- answers for these areas
    committees text[]  not null,    -- and these committees
    active     boolean not null default true,
    primary key (tenant, id),
    foreign key (tenant, unit) references organisation.unit (tenant, id)
);
create unique index staff_login on organisation.staff (login);
create index staff_unit on organisation.staff (tenant, unit);

create table organisation.session (
    token_hash bytea       primary key,
    tenant     integer     not null,
    staff      uuid        not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);
create index session_staff on organisation.session (tenant, staff);
create index session_expiry on organisation.session (expires_at);

-- Failed sign-ins per login and per address; the wait grows with their number.
create table organisation.sign_in_failure (
    subject  text        primary key,
    count    integer     not null,
    last_at  timestamptz not null
);

create table organisation.duty (
    tenant integer not null,
    day    date    not null,
    post   text    not null,
    staff  uuid    not null,
    from_time time not null,
    to_time   time not null,
    primary key (tenant, day, post, staff)
);
