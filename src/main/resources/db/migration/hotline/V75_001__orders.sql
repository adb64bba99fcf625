create schema hotline;

-- An order of the upper platform and the case that it became. The number makes a second delivery harmless.
create table hotline.orders (
    tenant      integer     not null,
    no          text        not null,
    kind        text        not null,
    urgent      boolean     not null,
    category    text        not null,          -- as the upper platform sorts it
    received_at timestamptz not null,
    due_at      timestamptz,                    -- by when the upper platform wants it; null = the limits of its kind
    placed      text        not null,           -- given | named | unclear
    linked      boolean     not null,           -- came over the interface, so that reports go back over it
    taken_at    timestamptz not null,
    case_id     uuid,                           -- the case that it opened; null only within the transaction that opens it
    now_case    uuid,                           -- where it is handled now, after merging
    report_id   uuid,                           -- the caller's part in that
    first_unit  text,                           -- 首接: the first unit that got it stays answerable
    passed      integer     not null default 0, -- how often it went on after that
    again       integer     not null default 0, -- second handlings
    told        text        not null default 'DQS',  -- where it stands by what we have said, in the upper platform's letters
    pushes      integer     not null default 0,
    primary key (tenant, no)
);
create index orders_case on hotline.orders (tenant, now_case);
create index orders_received on hotline.orders (tenant, received_at desc, no);
create index orders_first on hotline.orders (tenant, first_unit) where first_unit is not null;

-- How far the upper platform's messages have been taken in.
create table hotline.pull (
    tenant  integer     not null primary key,
    seq     bigint      not null,
    asked_at timestamptz,
    trouble text                                -- why the last question had no answer; null when it had
);

create table hotline.message (
    tenant   integer     not null,
    seq      bigint      not null,
    at       timestamptz not null,
    type     text        not null,
    order_no text        not null,
    state    text        not null,              -- taken | repeated | void | faulty | settled
    trouble  text,                              -- what kept it from being taken in or from having an effect
    sealed   text,                              -- as it came, while a person has to look at it
    primary key (tenant, seq)
);
create index message_faulty on hotline.message (tenant, seq) where state = 'faulty';
create index message_order on hotline.message (tenant, order_no, seq);

-- What the upper platform is to be told, in order within each order.
create table hotline.push (
    tenant   integer     not null,
    key      text        not null,
    order_no text        not null,
    number   integer     not null,
    act      text        not null,
    body     jsonb       not null,
    state    text        not null,
    attempts integer     not null default 0,
    made_at  timestamptz not null,
    next_at  timestamptz not null,
    sent_at  timestamptz,
    trouble  text,
    primary key (tenant, key)
);
create unique index push_in_order on hotline.push (tenant, order_no, number);
create index push_open on hotline.push (tenant, order_no, number) where state in ('waiting', 'dead');
create index push_due on hotline.push (tenant, next_at) where state = 'waiting';

-- What we have asked the upper platform to allow: giving an order back, or more time.
create table hotline.review (
    tenant      integer     not null,
    key         text        not null,           -- of the push that asks
    order_no    text        not null,
    what        text        not null,           -- return | extension
    asked_by    text        not null,
    asked_at    timestamptz not null,
    reason      text        not null,
    ground      text        not null,
    note        text        not null,
    state       text        not null,           -- asked | granted | refused
    reviewed_at timestamptz,
    answer      text,
    primary key (tenant, key)
);
create index review_order on hotline.review (tenant, order_no);
create unique index review_once on hotline.review (tenant, order_no, what) where state = 'asked';

-- One call to a caller (先行联系). The number stands here with its middle hidden.
create table hotline.call (
    tenant   integer     not null,
    id       uuid        not null,
    order_no text        not null,
    case_id  uuid        not null,
    report   uuid        not null,
    staff    uuid        not null,
    staff_name text      not null,
    at       timestamptz not null,
    number   text        not null,
    result   text        not null,
    note     text        not null,
    primary key (tenant, id)
);
create index call_order on hotline.call (tenant, order_no, at);

-- A night's comparison of a day's orders on both sides.
create table hotline.night (
    tenant   integer     not null,
    day      date        not null,
    run_at   timestamptz not null,
    here     integer     not null,
    above    integer     not null,
    trouble  text,
    primary key (tenant, day)
);
create table hotline.difference (
    tenant     integer     not null,
    day        date        not null,
    order_no   text        not null,
    kind       text        not null,            -- missing-here | missing-above | status-differs | unknown-status
    here       text,
    above      text,
    done       text        not null,            -- taken | told | under-way | person
    settled_by text,
    settled_at timestamptz,
    note       text,
    primary key (tenant, day, order_no)
);
