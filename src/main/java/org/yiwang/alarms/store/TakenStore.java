package org.yiwang.alarms.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** How far the outputs of the engine on other machines were taken in. */
@Component
public class TakenStore {
    private final JdbcClient db;

    public TakenStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether this transaction alone may take outputs in now; nobody waits. */
    public boolean lock(Tenant tenant) {
        return db.sql("select pg_try_advisory_xact_lock(hashtextextended('alarms taken ' || ?, 0))")
                .param(tenant.code())
                .query(Boolean.class)
                .single();
    }

    /** The next offset by partition of the topic. */
    public Map<Integer, Long> places(Tenant tenant, String topic) {
        Map<Integer, Long> places = new HashMap<>();
        db.sql("select partition, next_offset from alarms.taken where tenant = ? and topic = ?")
                .params(tenant.code(), topic)
                .query(row -> {
                    places.put(row.getInt("partition"), row.getLong("next_offset"));
                });
        return places;
    }

    public void keep(Tenant tenant, String topic, Map<Integer, Long> places) {
        int[] partitions = places.keySet().stream().mapToInt(Integer::intValue).toArray();
        long[] offsets = places.values().stream().mapToLong(Long::longValue).toArray();
        db.sql("""
               insert into alarms.taken (tenant, topic, partition, next_offset)
               select ?, ?, p, o from unnest(?::integer[], ?::bigint[]) as given (p, o)
               on conflict (tenant, topic, partition) do update set next_offset = excluded.next_offset
               """).params(tenant.code(), topic, partitions, offsets).update();
    }
}
