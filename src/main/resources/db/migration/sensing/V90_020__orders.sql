-- What devices are asked to do, from decision to answer. A row is written in the transaction of the decision; it is sent after that.
create table sensing.device_order (
    tenant        integer     not null,
    id            text        not null,                      -- the same in every attempt
    device        text        not null,                      -- serial number
    family        text        not null,
    partition     smallint    not null,
    device_kind   text        not null,
    kind          text        not null,
    arguments     jsonb       not null,
    answer_kind   text        not null,                      -- kind of message that answers it
    state         text        not null,                      -- WAITING, SENT, DONE, REFUSED, FAILED, EXPIRED, WITHDRAWN, WITHHELD
    alarm         text,
    by            text,                                      -- the person; null where a rule gave it
    reason        text        not null,                      -- of the person, or the rule
    guard         text,                                      -- reader of the log that may take it back
    release       text,                                      -- the order that takes it back
    releases      text,                                      -- the id of the order that this one takes back
    decided_at    timestamptz not null,
    expires_at    timestamptz not null,
    tries         integer     not null default 0,
    tries_max     integer     not null,
    within_millis bigint      not null,
    again_at      timestamptz not null,
    sent_at       timestamptz,                               -- first
    answered_at   timestamptz,
    answer_reason text,
    committee     text,
    area          text,
    primary key (tenant, id)
) with (fillfactor = 70);
create index device_order_due on sensing.device_order (tenant, again_at) where state in ('WAITING', 'SENT');
create index device_order_unanswered on sensing.device_order (tenant, sent_at) where answered_at is null and sent_at is not null;
create index device_order_device on sensing.device_order (tenant, device, decided_at desc, id);
create index device_order_alarm on sensing.device_order (tenant, alarm) where alarm is not null;
