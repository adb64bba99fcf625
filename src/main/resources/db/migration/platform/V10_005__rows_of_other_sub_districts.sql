-- Every table with a tenant column shows and takes rows of the session's own tenant alone, whatever a query forgot to say. The application works as
-- yiwang_app, which owns nothing; migrations run as the owner, whom the policies leave alone. After each migration this runs again
-- (afterMigrate.sql), so that a new table cannot be forgotten.
create procedure platform.guard_rows() language plpgsql as $$
declare
    own constant text := $own$tenant = nullif(current_setting('yiwang.tenant', true), '')::integer$own$;
    found record;
begin
    begin
        if not exists (select from pg_roles where rolname = 'yiwang_app') then
            create role yiwang_app nologin;
        end if;
        if not pg_has_role(current_user, 'yiwang_app', 'member') then
            execute format('grant yiwang_app to %I', current_user);
        end if;
    exception when insufficient_privilege or duplicate_object or unique_violation or undefined_object then
        null;  -- the application says at its start what is missing and what to do
    end;
    for found in
        select n.nspname, c.relname, c.oid, c.relrowsecurity
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where a.attname = 'tenant' and not a.attisdropped and c.relkind in ('r', 'p') and c.relowner = current_user::regrole
    loop
        -- Altering takes a lock on the table, so that what is in order is left alone.
        if not found.relrowsecurity then
            execute format('alter table %I.%I enable row level security', found.nspname, found.relname);
        end if;
        if not exists (select from pg_policy where polrelid = found.oid and polname = 'own_tenant') then
            execute format('create policy own_tenant on %I.%I using (%s) with check (%3$s)', found.nspname, found.relname, own);
        end if;
    end loop;
    if exists (select from pg_roles where rolname = 'yiwang_app') then
        for found in
            select nspname from pg_namespace
            where nspowner = current_user::regrole and nspname not like 'pg\_%' and nspname not in ('public', 'information_schema')
        loop
            execute format('grant usage on schema %I to yiwang_app', found.nspname);
            execute format('grant select, insert, update, delete on all tables in schema %I to yiwang_app', found.nspname);
            execute format('grant usage on all sequences in schema %I to yiwang_app', found.nspname);
        end loop;
        revoke update, delete on platform.audit, platform.seal, platform.seal_leaf from yiwang_app;
    end if;
end $$;
