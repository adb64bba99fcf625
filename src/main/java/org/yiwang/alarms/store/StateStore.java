package org.yiwang.alarms.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** What the engine knows at the place up to which a partition was read. */
@Component
public class StateStore {
    private final JdbcClient db;

    public StateStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether this transaction alone may go on with the partition now; nobody waits. */
    public boolean lock(Tenant tenant, int partition) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended('alarms ' || ? || ' ' || ?, 0))")
                .params(tenant.code(), partition)
                .query(Boolean.class)
                .single();
    }

    public List<byte[]> families(Tenant tenant, int partition) {
        return db.sql("select state from alarms.family where tenant = ? and partition = ?")
                .params(tenant.code(), partition)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    public List<byte[]> rules(Tenant tenant, int partition) {
        return db.sql("select rules from alarms.partition_rules where tenant = ? and partition = ? order by number")
                .params(tenant.code(), partition)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** @param changes by family, none where it is gone */
    public void keep(Tenant tenant, int partition, Map<String, Optional<byte[]>> changes) {
        String[] kept = changes.entrySet().stream()
                .filter(one -> one.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        byte[][] states = changes.values().stream().flatMap(Optional::stream).toArray(byte[][]::new);
        if (kept.length > 0)
            db.sql("""
                   insert into alarms.family (tenant, partition, family, state)
                   select ?, ?, f, s from unnest(?::text[], ?::bytea[]) as given (f, s)
                   on conflict (tenant, partition, family) do update set state = excluded.state
                   """).params(tenant.code(), partition, kept, states).update();
        String[] gone = changes.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (gone.length > 0)
            db.sql("delete from alarms.family where tenant = ? and partition = ? and family = any(?)")
                    .params(tenant.code(), partition, gone)
                    .update();
    }

    public void keepRules(Tenant tenant, int partition, List<byte[]> rules) {
        db.sql("delete from alarms.partition_rules where tenant = ? and partition = ?")
                .params(tenant.code(), partition)
                .update();
        for (int i = 0; i < rules.size(); i++)
            db.sql("insert into alarms.partition_rules (tenant, partition, number, rules) values (?, ?, ?, ?)")
                    .params(tenant.code(), partition, i, rules.get(i))
                    .update();
    }
}
