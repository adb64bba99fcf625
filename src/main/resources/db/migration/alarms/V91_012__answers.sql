-- Photos of an answer from the place; they belong to the alarm's case, and whoever sees that sees them.
alter table alarms.remark add column photos uuid[] not null default '{}';
alter table alarms.remark add column staff uuid;
