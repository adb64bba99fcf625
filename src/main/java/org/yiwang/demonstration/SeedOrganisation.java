package org.yiwang.demonstration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territories;

/** Sets up the 1+3+21 organisation with its departments and people. */
@Component
class SeedOrganisation {
    /** The organisation file. */
    record Plan(
            List<Department> departments,
            Map<String, List<Post>> posts,
            List<String> surnames,
            List<String> givenNames) {}

    record Department(String id, String name, String nameEn) {}

    record Post(String login, Role role, int count) {}

    /** An account as it is told to the people who try the demonstration. */
    record Account(String login, String role, String unit, String name) {}

    private static final UnitId CENTRE = new UnitId("centre");

    private final Units units;
    private final People people;
    private final Territories territories;
    private final Ids ids;

    SeedOrganisation(Units units, People people, Territories territories, Ids ids) {
        this.units = units;
        this.people = people;
        this.territories = territories;
        this.ids = ids;
    }

    /** Everyone gets the same password, drawn anew for each data folder; the answer lists the accounts. */
    List<Account> seed(Tenant tenant, Plan plan, String password) {
        List<Unit> all = units(plan, territories.of(tenant).features());
        for (int place = 0; place < all.size(); place++) units.save(tenant, all.get(place), place);
        People.Hashed hashed = people.hash(password);
        Random random = new Random(tenant.code());
        List<Account> accounts = new ArrayList<>();
        for (Unit unit : all) {
            for (Post post : plan.posts().getOrDefault(unit.kind().id(), List.of())) {
                for (int number = 1; number <= post.count(); number++) {
                    accounts.add(account(tenant, unit, post, number, name(plan, random), hashed));
                }
            }
        }
        return accounts;
    }

    private Account account(Tenant tenant, Unit unit, Post post, int number, String name, People.Hashed password) {
        boolean single = unit.kind() == Unit.Kind.CENTRE;
        String login = single
                ? post.login() + (number == 1 ? "" : number)
                : "%s-%s%s".formatted(post.login(), unit.id(), number == 1 ? "" : "-" + number);
        UUID id = ids.next();
        Set<UnitId> own = Set.of(unit.id());
        people.add(
                tenant,
                new People.NewStaff(
                        id,
                        login,
                        name,
                        login,
                        unit.id(),
                        EnumSet.of(post.role()),
                        unit.kind() == Unit.Kind.AREA ? own : Set.of(),
                        unit.kind() == Unit.Kind.COMMITTEE ? own : Set.of()),
                password);
        return new Account(login, post.role().id(), unit.name(), name);
    }

    private static List<Unit> units(Plan plan, List<MapFeature> map) {
        List<Unit> all = new ArrayList<>();
        all.add(new Unit(CENTRE, "城运中心", "Urban Operations Centre", Unit.Kind.CENTRE, null, null));
        for (MapFeature feature : map) {
            if (feature.layer() == Layer.AREA) all.add(unit(feature, Unit.Kind.AREA, CENTRE));
        }
        for (MapFeature feature : map) {
            if (feature.layer() == Layer.COMMITTEE) {
                all.add(unit(feature, Unit.Kind.COMMITTEE, new UnitId(String.valueOf(feature.area()))));
            }
        }
        for (Department d : plan.departments()) {
            all.add(new Unit(new UnitId(d.id()), d.name(), d.nameEn(), Unit.Kind.DEPARTMENT, CENTRE, null));
        }
        return all;
    }

    private static Unit unit(MapFeature feature, Unit.Kind kind, UnitId parent) {
        return new Unit(
                new UnitId(String.valueOf(feature.unit())),
                String.valueOf(feature.name()),
                String.valueOf(feature.nameEn()),
                kind,
                parent,
                null);
    }

    private static String name(Plan plan, Random random) {
        return plan.surnames().get(random.nextInt(plan.surnames().size()))
                + plan.givenNames().get(random.nextInt(plan.givenNames().size()));
    }
}
