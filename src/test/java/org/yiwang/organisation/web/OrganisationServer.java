package org.yiwang.organisation.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.CurrentStaff;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.SetClock;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Scope;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;

/** The product behind a real port, with a small organisation and a clock that can be set. */
@TestConfiguration(proxyBeanMethods = false)
class OrganisationServer {
    static final Tenant DAQIAO = new Tenant(310110018);
    static final String PASSWORD = "bridge over the river";

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    @Bean
    Town town(Units units, StaffStore staff, Secrets secrets, Ids ids, JdbcClient db) {
        return new Town(units, staff, secrets, ids, db);
    }

    @RestController
    static class Probe {
        @GetMapping("/api/v1/probe")
        String probe(Staff staff, CurrentStaff current) {
            return staff.login() + " "
                    + Optional.ofNullable(current.get()).map(Staff::login).orElse("nobody");
        }
    }

    /** Units and people; every test admits those it needs. */
    static final class Town {
        private final StaffStore staff;
        private final String encoded;
        private final Ids ids;
        private final JdbcClient db;

        Town(Units units, StaffStore staff, Secrets secrets, Ids ids, JdbcClient db) {
            this.staff = staff;
            this.encoded = secrets.encode(PASSWORD);
            this.ids = ids;
            this.db = db;
            units.save(
                    DAQIAO,
                    List.of(
                            unit("centre", Unit.Kind.CENTRE, null),
                            unit("area-1", Unit.Kind.AREA, "centre"),
                            unit("area-2", Unit.Kind.AREA, "centre"),
                            unit("c01", Unit.Kind.COMMITTEE, "area-1"),
                            unit("c08", Unit.Kind.COMMITTEE, "area-2"),
                            unit("chengguan", Unit.Kind.DEPARTMENT, "centre")));
        }

        private static Unit unit(String id, Unit.Kind kind, String parent) {
            return new Unit(new UnitId(id), id, id, kind, parent == null ? null : new UnitId(parent), null);
        }

        /** A person with a login of their own who has the common password. */
        Staff person(String name, String unit, Role... roles) {
            UUID id = ids.next();
            UnitId own = new UnitId(unit);
            Scope scope = new Scope(
                    unit.startsWith("area") ? Set.of(own) : Set.of(),
                    unit.startsWith("c0") ? Set.of(own) : Set.of(),
                    Set.of());
            String login = name + "-" + id.toString().substring(24);
            staff.add(DAQIAO, id, new StaffDraft(login, name, name, own, Set.of(roles), scope, true), encoded);
            return staff.find(DAQIAO, id).orElseThrow().staff();
        }

        void deactivate(Staff person) {
            db.sql("update organisation.staff set active = false where id = ?")
                    .param(person.id())
                    .update();
        }

        List<String> trail(Staff person) {
            return db.sql("select action from platform.audit where stream = ? order by seq")
                    .param("account/" + person.id())
                    .query(String.class)
                    .list();
        }

        JdbcClient db() {
            return db;
        }
    }
}
