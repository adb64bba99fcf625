create schema booking;

-- Places of a window of a day. A row arises when the first place of it is taken; the check is the last word on capacity, whatever the program says.
create table booking.slot (
    tenant   integer not null,
    package  text    not null,
    offering text    not null,
    day      date    not null,
    begins   time    not null,
    ends     time    not null,
    capacity integer not null,
    taken    integer not null,
    primary key (tenant, package, offering, day, begins, ends),
    constraint never_over_capacity check (taken between 0 and capacity)
);

-- The present of each booking; what happened to it stands in booking.event. Name and telephone are sealed by the application (sm4:<key>:…).
create table booking.booking (
    tenant      integer     not null,
    id          uuid        not null,
    number      text        not null,
    package     text        not null,
    version     integer     not null,
    offering    text        not null,
    unit        text        not null,
    day         date        not null,
    begins      time        not null,
    ends        time        not null,
    until       timestamptz not null,        -- the end of the window as a moment
    state       text        not null,
    revision    integer     not null,
    by_unit     text,
    name        text,
    phone       text,
    phone_index bytea,
    token_hash  bytea,
    note        text        not null,
    photos      uuid[]      not null,
    booked_at   timestamptz not null,
    updated_at  timestamptz not null,
    settled_at  timestamptz,
    primary key (tenant, id)
);
comment on column booking.booking.name is 'sealed';
comment on column booking.booking.phone is 'sealed';
create unique index booking_number on booking.booking (tenant, number);
create unique index booking_token on booking.booking (token_hash) where token_hash is not null;
create index booking_day on booking.booking (tenant, day, begins, id);
create index booking_waiting on booking.booking (tenant, until) where state in ('booked', 'planned');
create index booking_phone on booking.booking (tenant, phone_index) where state in ('booked', 'planned') and phone_index is not null;

-- What is picked up where: the part that bookings of construction and bulky waste have beside every booking's own.
create table booking.pickup (
    tenant      integer          not null,
    booking     uuid             not null,
    lon         double precision not null,
    lat         double precision not null,
    address     text             not null,
    cell        text             not null,
    committee   text             not null,
    area        text             not null,
    goods       jsonb            not null,
    litres      integer          not null,
    kilograms   integer          not null,
    trip        uuid,
    turn        integer          not null,
    outcome     jsonb,
    collected   integer          not null,   -- kilograms weighed at the stop
    disputed_at timestamptz,
    case_id     uuid,
    primary key (tenant, booking),
    foreign key (tenant, booking) references booking.booking (tenant, id)
);
create index pickup_trip on booking.pickup (tenant, trip, turn) where trip is not null;

create table booking.event (
    tenant   integer     not null,
    booking  uuid        not null,
    revision integer     not null,
    at       timestamptz not null,
    step     text        not null,
    by       uuid,                           -- missing for whoever holds the private link
    by_name  text        not null,
    unit     text,
    note     text        not null,
    day      date,                           -- the slot, where it was taken or changed
    begins   time,
    ends     time,
    trip     uuid,
    turn     integer     not null,
    outcome  jsonb,
    opened   uuid,
    primary key (tenant, booking, revision),
    foreign key (tenant, booking) references booking.booking (tenant, id)
);

create table booking.trip (
    tenant      integer     not null,
    id          uuid        not null,
    number      text        not null,
    package     text        not null,
    version     integer     not null,
    offering    text        not null,
    unit        text        not null,
    day         date        not null,
    plate       text        not null,
    litres      integer     not null,
    kilograms   integer     not null,
    crew        uuid        not null,
    crew_name   text        not null,
    state       text        not null,
    revision    integer     not null,
    metres      integer     not null,
    station     text,
    ticket      text,
    gross       integer,
    tare        integer,
    site        text,
    explanation text,
    made_at     timestamptz not null,
    updated_at  timestamptz not null,
    closed_at   timestamptz,
    primary key (tenant, id)
);
create unique index trip_number on booking.trip (tenant, number);
create index trip_day on booking.trip (tenant, day, id);
create index trip_crew on booking.trip (tenant, crew, day) where closed_at is null;
-- One slip of one station weighs one load.
create unique index trip_ticket on booking.trip (tenant, station, ticket) where ticket is not null and state <> 'dropped';

create table booking.trip_event (
    tenant   integer     not null,
    trip     uuid        not null,
    revision integer     not null,
    at       timestamptz not null,
    step     text        not null,
    by       uuid,
    by_name  text        not null,
    note     text        not null,
    stops    uuid[]      not null,
    metres   integer     not null,
    weighing jsonb,
    primary key (tenant, trip, revision),
    foreign key (tenant, trip) references booking.trip (tenant, id)
);

-- The last number of a kind that was given out on a day: numbers have no gaps.
create table booking.number (
    tenant integer not null,
    kind   text    not null,
    day    date    not null,
    last   integer not null,
    primary key (tenant, kind, day)
);

-- The past is added to, never changed.
create function booking.keep_the_past() returns trigger language plpgsql as $$
begin
    raise exception 'Events of bookings and trips are added to, never changed' using errcode = 'restrict_violation';
end $$;
create trigger kept before update or delete on booking.event for each row execute function booking.keep_the_past();
create trigger kept before update or delete on booking.trip_event for each row execute function booking.keep_the_past();
call platform.guard_rows();
