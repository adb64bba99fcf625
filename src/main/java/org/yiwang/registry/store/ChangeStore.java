package org.yiwang.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Deed.Act;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;

/** The past of the entries: every version whole, added to and never changed. */
@Component
public class ChangeStore {
    /** Copies the present of entries {@code e}; takes {@link #parameters}. */
    static final String KEEP = """
            insert into registry.change (tenant, entry, version, register, act, source, import, actor, actor_name, at, key, label, data, lon, lat, shape,
                cell, committee, area, confirmed_at, retired_at)
            select e.tenant, e.id, e.version, e.register, :act, :source, :import, :actor, :actorName, :at, e.key, e.label, e.data, e.lon, e.lat,
                e.shape, e.cell, e.committee, e.area, e.confirmed_at, e.retired_at
            from registry.entry e
            """;

    /** A version of an entry and what made it. */
    public record Change(
            Entry entry, Act act, String source, @Nullable UUID sheet, String actor, String name, Instant at) {}

    private final JdbcClient db;
    private final EntryRows rows;

    ChangeStore(JdbcClient db, EntryRows rows) {
        this.db = db;
        this.rows = rows;
    }

    static Map<String, Object> parameters(Tenant tenant, Act act, Deed deed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tenant", tenant.code());
        parameters.put("act", act.id());
        parameters.put("source", deed.source().id());
        parameters.put("import", deed.sheet());
        parameters.put("actor", deed.actor());
        parameters.put("actorName", deed.name());
        parameters.put("at", Timestamp.from(deed.at()));
        return parameters;
    }

    private static final String COLUMNS = """
            select c.entry as id, c.register, c.key, c.label, c.data, c.lon, c.lat, c.shape, c.cell, c.committee, c.area, c.version,
                c.confirmed_at, c.at as created_at, c.at as changed_at, c.retired_at, c.act, c.source, c.import, c.actor, c.actor_name, c.at
            from registry.change c
            """;

    /** All versions, the latest first. */
    public List<Change> of(Tenant tenant, Register register, UUID entry) {
        return db.sql(COLUMNS + "where c.tenant = ? and c.entry = ? and c.register = ? order by c.version desc")
                .params(tenant.code(), entry, register.name())
                .query((row, n) -> change(register, row))
                .list();
    }

    /** The version in force at a moment: the last one made until then. Empty before the first. */
    public Optional<Change> at(Tenant tenant, Register register, UUID entry, Instant moment) {
        return db.sql(
                        COLUMNS
                                + "where c.tenant = ? and c.entry = ? and c.register = ? and c.at <= ? order by c.version desc limit 1")
                .params(tenant.code(), entry, register.name(), Timestamp.from(moment))
                .query((row, n) -> change(register, row))
                .optional();
    }

    private Change change(Register register, ResultSet row) throws SQLException {
        return new Change(
                rows.entry(register, row),
                Act.valueOf(row.getString("act").toUpperCase(java.util.Locale.ROOT)),
                row.getString("source"),
                row.getObject("import", UUID.class),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getTimestamp("at").toInstant());
    }
}
