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
    primary key (tenant, id),
    foreign key (tenant, parent) references organisation.unit (tenant, id)
);

create table organisation.staff (
    tenant     integer not null,
    id         uuid    not null,
    login      text    not null,
    password   text,                -- Argon2id, encoded with its parameters; without one nobody signs in
    name       text    not null,
    name_en    text    not null,
    unit       text    not null,
    active     boolean not null default true,
    large_type boolean not null default false,
    locale     text    not null default 'zh-CN',
    primary key (tenant, id),
    foreign key (tenant, unit) references organisation.unit (tenant, id)
);
create unique index staff_login on organisation.staff (tenant, login);
create index staff_unit on organisation.staff (tenant, unit);

create table organisation.staff_role (
    tenant integer not null,
    staff  uuid    not null,
    role   text    not null,
    primary key (tenant, staff, role),
    foreign key (tenant, staff) references organisation.staff (tenant, id) on delete cascade
);
create index staff_role_holders on organisation.staff_role (tenant, role);

-- What a person answers for: areas, committees, and the grid cells an inspector walks.
create table organisation.staff_scope (
    tenant integer not null,
    staff  uuid    not null,
    kind   text    not null check (kind in ('area', 'committee', 'cell')),
    code   text    not null,
    primary key (tenant, staff, kind, code),
    foreign key (tenant, staff) references organisation.staff (tenant, id) on delete cascade
);
create index staff_scope_holders on organisation.staff_scope (tenant, kind, code);

-- day is the day on which the shift begins; one that ends no later than it begins ends the next day.
create table organisation.duty (
    tenant    integer not null,
    day       date    not null,
    unit      text    not null,
    post      text    not null,
    staff     uuid    not null,
    from_time time    not null,
    to_time   time    not null,
    primary key (tenant, day, staff, from_time),
    foreign key (tenant, staff) references organisation.staff (tenant, id) on delete cascade,
    foreign key (tenant, unit) references organisation.unit (tenant, id)
);

create table organisation.session (
    tenant     integer     not null,
    token_hash bytea       not null,    -- SM3
    staff      uuid        not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant, token_hash),
    foreign key (tenant, staff) references organisation.staff (tenant, id) on delete cascade
);
create index session_staff on organisation.session (tenant, staff);
create index session_expiry on organisation.session (expires_at);

-- Browsers in which a person has signed in before.
create table organisation.device (
    tenant     integer     not null,
    token_hash bytea       not null,
    staff      uuid        not null,
    seen_at    timestamptz not null,
    primary key (tenant, token_hash, staff),
    foreign key (tenant, staff) references organisation.staff (tenant, id) on delete cascade
);

-- subject is a hash: people type passwords into the wrong field.
create table organisation.sign_in_failure (
    tenant  integer     not null,
    subject bytea       not null,
    count   integer     not null,
    last_at timestamptz not null,
    primary key (tenant, subject)
);
create index sign_in_failure_age on organisation.sign_in_failure (last_at);
