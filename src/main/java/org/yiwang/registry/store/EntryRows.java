package org.yiwang.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Site;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.JsonNode;

/** Reads entries from rows, of the present and of the past. */
@Component
class EntryRows {
    static final String COLUMNS = """
            e.id, e.register, e.key, e.label, e.data, e.lon, e.lat, e.shape, e.cell, e.committee, e.area, e.version, e.confirmed_at, e.created_at,
            e.changed_at, e.retired_at
            """;

    private final RegistryJson json;
    private final SealedData sealed;

    EntryRows(RegistryJson json, SealedData sealed) {
        this.json = json;
        this.sealed = sealed;
    }

    Entry entry(Register register, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Entry(
                id,
                row.getString("register"),
                row.getString("key"),
                row.getString("label"),
                sealed.open(register, id, json.object(row.getString("data"))),
                site(row),
                row.getInt("version"),
                row.getTimestamp("confirmed_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                moment(row, "retired_at"));
    }

    private @Nullable Site site(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        if (row.wasNull()) return null;
        return new Site(
                new LonLat(lon, row.getDouble("lat")),
                shape(row),
                row.getString("cell"),
                row.getString("committee"),
                row.getString("area"));
    }

    @Nullable
    JsonNode shape(ResultSet row) throws SQLException {
        return json.treeOrNull(row.getString("shape"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
