package org.yiwang.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import tools.jackson.core.type.TypeReference;

/** Filters under their names. */
@Component
public class FilterStore {
    /**
     * A filter that somebody keeps.
     *
     * @param fields what a list is narrowed to, by the names that an address has for it
     */
    public record Kept(UUID id, UUID staff, UnitId unit, String name, Map<String, String> fields, boolean shared) {}

    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final String COLUMNS = "select id, staff, unit, name, fields, shared from casework.saved_filter ";

    private final JdbcClient db;
    private final CaseJson json;

    FilterStore(JdbcClient db, CaseJson json) {
        this.db = db;
        this.json = json;
    }

    /** The person's own, then what others of the unit share, each in the order in which they came. */
    public List<Kept> of(Staff staff) {
        return db.sql(COLUMNS + """
                where tenant = :tenant and (staff = :staff or shared and unit = :unit)
                order by staff <> :staff, at, id
                """)
                .param("tenant", staff.tenant().code())
                .param("staff", staff.id())
                .param("unit", staff.unit().value())
                .query(this::kept)
                .list();
    }

    public Optional<Kept> find(Tenant tenant, UUID id) {
        return db.sql(COLUMNS + "where tenant = ? and id = ?")
                .params(tenant.code(), id)
                .query(this::kept)
                .optional();
    }

    /** Writes the filter anew, or over the one of this id. */
    public void save(Tenant tenant, Kept kept, Instant at) {
        db.sql("""
               insert into casework.saved_filter (tenant, id, staff, unit, name, fields, shared, at)
               values (:tenant, :id, :staff, :unit, :name, :fields::jsonb, :shared, :at)
               on conflict (tenant, id) do update set unit = excluded.unit, name = excluded.name, fields = excluded.fields,
                   shared = excluded.shared
               """)
                .param("tenant", tenant.code())
                .param("id", kept.id())
                .param("staff", kept.staff())
                .param("unit", kept.unit().value())
                .param("name", kept.name())
                .param("fields", json.write(kept.fields()))
                .param("shared", kept.shared())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void delete(Tenant tenant, UUID id) {
        db.sql("delete from casework.saved_filter where tenant = ? and id = ?")
                .params(tenant.code(), id)
                .update();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("staff", UUID.class),
                new UnitId(row.getString("unit")),
                row.getString("name"),
                json.read(row.getString("fields"), FIELDS),
                row.getBoolean("shared"));
    }
}
