-- Location, ETag and content type belong to the answer that a repeated request gets again.
alter table platform.idempotency add column headers jsonb;
create index idempotency_at on platform.idempotency (at);
