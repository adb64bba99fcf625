package org.yiwang.sensing.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Tally;

/** Counts by device and day. */
@Component
public class TallyStore {
    /** Whoever came with a name or a secret that is not known. */
    public static final String STRANGERS = "";

    private final JdbcClient db;

    public TallyStore(JdbcClient db) {
        this.db = db;
    }

    /** @param tallies in the order of their names, so that two nodes do not wait for each other */
    public void add(Tenant tenant, LocalDate day, SortedMap<String, Tally> tallies) {
        if (tallies.isEmpty()) return;
        List<Tally> counts = new ArrayList<>(tallies.values());
        db.sql("""
               insert into sensing.tally as t (tenant, device, day, messages, letters, refused, throttled, last_at)
               select ?, d, ?, m, l, r, h, at::timestamptz
               from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[]) as given (d, m, l, r, h, at)
               on conflict (tenant, device, day) do update set messages = t.messages + excluded.messages, letters = t.letters + excluded.letters,
                   refused = t.refused + excluded.refused, throttled = t.throttled + excluded.throttled,
                   last_at = greatest(t.last_at, excluded.last_at)
               """)
                .params(
                        tenant.code(),
                        day,
                        tallies.keySet().toArray(String[]::new),
                        counts.stream().mapToLong(Tally::messages).toArray(),
                        counts.stream().mapToLong(Tally::letters).toArray(),
                        counts.stream().mapToLong(Tally::refused).toArray(),
                        counts.stream().mapToLong(Tally::throttled).toArray(),
                        counts.stream()
                                .map(one -> one.lastAt() == null
                                        ? null
                                        : one.lastAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Of one day, by device. */
    public Map<String, Tally> of(Tenant tenant, LocalDate day, List<String> devices) {
        Map<String, Tally> found = new HashMap<>();
        db.sql("""
               select device, messages, letters, refused, throttled, last_at from sensing.tally
               where tenant = ? and day = ? and device = any(?)
               """).params(tenant.code(), day, devices.toArray(String[]::new)).query(row -> {
            found.put(
                    row.getString("device"),
                    new Tally(
                            row.getLong("messages"),
                            row.getLong("letters"),
                            row.getLong("refused"),
                            row.getLong("throttled"),
                            instant(row.getTimestamp("last_at"))));
        });
        return found;
    }

    /** When each was heard last, on whatever day. */
    public Map<String, Instant> heard(Tenant tenant, List<String> devices) {
        Map<String, Instant> found = new HashMap<>();
        db.sql(
                        "select device, max(last_at) as at from sensing.tally where tenant = ? and device = any(?) group by device")
                .params(tenant.code(), devices.toArray(String[]::new))
                .query(row -> {
                    Instant at = instant(row.getTimestamp("at"));
                    if (at != null) found.put(row.getString("device"), at);
                });
        return found;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
