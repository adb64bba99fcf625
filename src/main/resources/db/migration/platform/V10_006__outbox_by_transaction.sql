-- The outbox is read by transaction alone; one index less to keep at every step.
alter table platform.outbox drop constraint outbox_pkey;
drop index platform.outbox_tx;
alter table platform.outbox add primary key (tx, id);
