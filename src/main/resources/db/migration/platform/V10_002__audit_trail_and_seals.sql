-- Who did what: one hash chain per tenant and stream. Row n holds SM3(hash of row n-1, canonical bytes of row n).
create table platform.audit (
    tenant integer          not null,
    stream text collate "C" not null,
    seq    bigint           not null,
    at     timestamptz      not null,
    actor  text             not null,
    action text             not null,
    -- canonical JSON as text: jsonb would keep the meaning but not the bytes that were hashed
    detail text             not null,
    hash   bytea            not null,
    primary key (tenant, stream, seq)
);

-- The end of each chain. Its row lock puts writers of one stream in order; tx tells the sealer what moved.
create table platform.audit_head (
    tenant integer          not null,
    stream text collate "C" not null,
    seq    bigint           not null,
    hash   bytea            not null,
    tx     xid8             not null,
    primary key (tenant, stream)
);
create index audit_head_tx on platform.audit_head (tx);

-- Once a minute: the Merkle root over the ends of all chains that moved. A chain cut short or written anew no longer fits its seal.
create table platform.seal (
    seq    bigint primary key,
    at     timestamptz not null,
    -- every transaction below this one was over and is covered by this seal or an earlier one
    since  xid8        not null,
    chains bigint      not null,
    root   bytea       not null,
    hash   bytea       not null
);

create table platform.seal_leaf (
    source text collate "C" not null,
    chain  text collate "C" not null,
    seq    bigint           not null,
    hash   bytea            not null,
    seal   bigint           not null,
    primary key (source, chain, seq)
);

create function platform.append_only() returns trigger language plpgsql as $$
begin
    raise exception 'platform.% is append-only', tg_table_name;
end $$;

create trigger append_only before update or delete or truncate on platform.audit
    for each statement execute function platform.append_only();
create trigger append_only before update or delete or truncate on platform.seal
    for each statement execute function platform.append_only();
create trigger append_only before update or delete or truncate on platform.seal_leaf
    for each statement execute function platform.append_only();
