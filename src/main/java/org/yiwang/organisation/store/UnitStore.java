package org.yiwang.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The table of units. */
@Component
public class UnitStore {
    private final JdbcClient db;

    public UnitStore(JdbcClient db) {
        this.db = db;
    }

    public List<Unit> all(Tenant tenant) {
        return db.sql("""
                      select id, name, name_en, kind, parent, phone from organisation.unit
                      where tenant = ? order by place, id
                      """)
                .param(tenant.code())
                .query((row, number) -> unit(row))
                .list();
    }

    /** Adds the unit at the end of the list, or changes the one of the same id and leaves it in its place. */
    public void save(Tenant tenant, Unit unit) {
        db.sql("""
               insert into organisation.unit (tenant, id, name, name_en, kind, parent, phone, place)
               select :tenant, :id, :name, :nameEn, :kind, :parent, :phone, coalesce(max(place), 0) + 1
               from organisation.unit where tenant = :tenant
               on conflict (tenant, id) do update set name = excluded.name, name_en = excluded.name_en,
                   kind = excluded.kind, parent = excluded.parent, phone = excluded.phone
               """)
                .param("tenant", tenant.code())
                .param("id", unit.id().value())
                .param("name", unit.name())
                .param("nameEn", unit.nameEn())
                .param("kind", unit.kind().id())
                .param("parent", unit.parent() == null ? null : unit.parent().value())
                .param("phone", unit.phone())
                .update();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        return new Unit(
                new UnitId(row.getString("id")),
                row.getString("name"),
                row.getString("name_en"),
                Unit.Kind.of(row.getString("kind")),
                parent == null ? null : new UnitId(parent),
                row.getString("phone"));
    }
}
