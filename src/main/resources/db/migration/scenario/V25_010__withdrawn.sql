-- A package that is withdrawn has a last row that says so; its version is the one that counted until then.
alter table scenario.publication add column withdrawn boolean not null default false;
