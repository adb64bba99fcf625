create schema sensing;

-- The heads of the log's partitions. Whoever appends holds the row until its transaction ends, so that offsets have no gaps, the order of commits is the
-- order of offsets, and the time never runs backwards, whichever node writes and whatever its clock says.
create table sensing.partition (
    tenant         integer     not null,
    partition      smallint    not null,
    next_offset    bigint      not null default 0,
    first_offset   bigint      not null default 0,           -- older ones have been given up
    last_ingest_at timestamptz not null default '-infinity',
    primary key (tenant, partition)
) with (fillfactor = 20);

-- What devices have said, in the order in which it was taken in; doubled and reordered just as it came.
create table sensing.log (
    tenant       integer     not null,
    partition    smallint    not null,
    log_offset   bigint      not null,
    ingest_at    timestamptz not null,
    device       text        not null,                       -- serial number
    family       text        not null,                       -- topmost gateway, or the device itself: register:key
    device_kind  text        not null,
    message_kind text        not null,
    device_time  timestamptz,                                -- what the device's own clock said
    message_id   text,
    values       jsonb       not null,
    source       text        not null,                       -- mqtt, http, broker, recording, letter
    primary key (tenant, partition, log_offset)
);
create index log_device on sensing.log (tenant, device, ingest_at desc);

-- How far each reader of the log has come: the next offset that it wants. What a reader still wants is kept.
create table sensing.reader (
    tenant      integer     not null,
    name        text        not null,
    partition   smallint    not null,
    next_offset bigint      not null,
    at          timestamptz not null,
    primary key (tenant, name, partition)
) with (fillfactor = 20);

-- What could not be understood, with the reason, until a mended mapping understands it.
create table sensing.dead_letter (
    tenant       integer     not null,
    id           uuid        not null,
    at           timestamptz not null,
    device       text        not null,
    message_kind text        not null,
    reason       text        not null,
    detail       jsonb       not null,                       -- values for the words of the reason
    payload      bytea       not null,
    seq          bigint      not null generated always as identity,
    primary key (tenant, id)
);
create index dead_letter_device on sensing.dead_letter (tenant, device, seq desc);

-- Secrets of devices (and of programs that hand in for several): known by a hash of 256 random bits, never in the clear.
create table sensing.credential (
    tenant     integer     not null,
    name       text        not null,                         -- serial number of the device, or the program's name
    service    boolean     not null,
    serial     integer     not null,                         -- how often a secret was issued
    mac        bytea       not null,
    issued_at  timestamptz not null,
    issued_by  text        not null,
    revoked_at timestamptz,
    touched_at timestamptz not null default clock_timestamp(),
    primary key (tenant, name)
);
create index credential_touched on sensing.credential (tenant, touched_at);

-- What came from a device on one day; the device '' is whoever came with a name or a secret that is not known.
create table sensing.tally (
    tenant    integer not null,
    device    text    not null,
    day       date    not null,
    messages  bigint  not null default 0,
    letters   bigint  not null default 0,
    refused   bigint  not null default 0,
    throttled bigint  not null default 0,
    last_at   timestamptz,
    primary key (tenant, device, day)
) with (fillfactor = 50);
