-- What readers are told between messages, in their own words: other rules, other devices, an end by hand, a time when nobody could be heard. It stands in the log because
-- its place among the messages decides what they mean.
alter table sensing.log add column note bytea;
