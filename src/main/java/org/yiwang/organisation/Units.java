package org.yiwang.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The units of a sub-district, in the order in which people list them. */
@Component
public class Units {
    private final JdbcClient db;

    Units(JdbcClient db) {
        this.db = db;
    }

    public List<Unit> all(Tenant tenant) {
        return db.sql(
                        "select id, name, name_en, kind, parent, phone from organisation.unit where tenant = ? order by place, id")
                .param(tenant.code())
                .query((row, number) -> new Unit(
                        new UnitId(row.getString("id")),
                        row.getString("name"),
                        row.getString("name_en"),
                        Unit.Kind.of(row.getString("kind")),
                        row.getString("parent") == null ? null : new UnitId(row.getString("parent")),
                        row.getString("phone")))
                .list();
    }

    public Optional<Unit> find(Tenant tenant, UnitId id) {
        return all(tenant).stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /** Adds the unit, or changes the one of the same id. */
    public void save(Tenant tenant, Unit unit, int place) {
        db.sql("""
               insert into organisation.unit (tenant, id, name, name_en, kind, parent, phone, place)
               values (:tenant, :id, :name, :nameEn, :kind, :parent, :phone, :place)
               on conflict (tenant, id) do update set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
                   parent = excluded.parent, phone = excluded.phone, place = excluded.place
               """)
                .param("tenant", tenant.code())
                .param("id", unit.id().value())
                .param("name", unit.name())
                .param("nameEn", unit.nameEn())
                .param("kind", unit.kind().id())
                .param("parent", unit.parent() == null ? null : unit.parent().value())
                .param("phone", unit.phone())
                .param("place", place)
                .update();
    }
}
