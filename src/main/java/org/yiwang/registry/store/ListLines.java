package org.yiwang.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Register;
import org.yiwang.scenario.form.Field;
import org.yiwang.territory.LonLat;

/** Entries as one line each, page by page: what they are called, where they lie, and one or two of their fields. Nothing sealed is opened for it. */
@Service
public class ListLines {
    /**
     * An entry that has not ended.
     *
     * @param first value of the first field; null where it has none
     * @param second of the second; null too where none was asked for
     */
    public record Line(
            String key,
            String label,
            @Nullable String first,
            @Nullable String second,
            @Nullable LonLat point) {}

    private final JdbcClient db;

    ListLines(JdbcClient db) {
        this.db = db;
    }

    /**
     * Those within the person's sight by key, from behind this one.
     *
     * @param first with {@code second} fields that are not personal
     */
    public List<Line> page(
            Staff staff, Register register, Field first, @Nullable Field second, String after, int limit) {
        return db.sql("""
                      select e.key, e.label, e.lon, e.lat, e.data ->> :first as first, e.data ->> :second as second from registry.entry e
                      where e.tenant = :tenant and e.register = :register and e.retired_at is null and e.key > :after and %s
                      order by e.key limit :limit
                      """.formatted(EntrySight.CONDITION))
                .params(EntrySight.parameters(staff, register))
                .param("first", first.name())
                .param("second", second == null ? "" : second.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** What these entries are called, ended or not, by key. */
    public Map<String, String> labels(Tenant tenant, String register, Collection<String> keys) {
        Map<String, String> labels = new HashMap<>();
        db.sql(
                        "select key, label from registry.entry where tenant = :tenant and register = :register and key = any(:keys)")
                .param("tenant", tenant.code())
                .param("register", register)
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    labels.put(row.getString("key"), row.getString("label"));
                });
        return labels;
    }

    private static Line line(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        LonLat point = row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
        return new Line(
                row.getString("key"), row.getString("label"), row.getString("first"), row.getString("second"), point);
    }
}
