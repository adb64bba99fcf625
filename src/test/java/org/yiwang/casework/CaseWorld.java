package org.yiwang.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Edition;
import org.yiwang.casework.model.Flow;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Reckoning;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.Calendars;
import org.yiwang.worktime.WorkCalendar;

/** A small sub-district for tests of the case: the standard table and catalogue, a committee, two departments, and people for every post. */
final class CaseWorld {
    static final Tenant TENANT = new Tenant(310110018);
    static final UnitId COMMITTEE = new UnitId("c07");
    static final UnitId SQUAD = new UnitId("chengguan");
    static final UnitId GREEN = new UnitId("lvrong");
    static final UnitId CENTRE = new UnitId("centre");
    static final Place PLACE = new Place(121.54, 31.27, "长阳路近宁国路", "31011001800701", COMMITTEE, new UnitId("area-1"));

    static final Actor OPERATOR = person(1, "张派遣", CENTRE, Role.OPERATOR, true);
    static final Actor CHIEF = person(2, "王值班", CENTRE, Role.DUTY_CHIEF, true);
    static final Actor SUPERVISOR = person(3, "李督办", CENTRE, Role.SUPERVISOR, true);
    static final Actor INSPECTOR = person(4, "赵网格", COMMITTEE, Role.INSPECTOR, false);
    static final Actor SQUAD_HANDLER = person(5, "钱城管", SQUAD, Role.HANDLER, false);
    static final Actor GREEN_HANDLER = person(6, "孙绿化", GREEN, Role.HANDLER, false);
    static final Actor SQUAD_LEAD = person(7, "周队长", SQUAD, Role.UNIT_LEAD, false);
    static final List<Actor> STAFF =
            List.of(OPERATOR, CHIEF, SUPERVISOR, INSPECTOR, SQUAD_HANDLER, GREEN_HANDLER, SQUAD_LEAD);

    final Flow flow = CaseSetting.flow();
    final WorkCalendar calendar = Calendars.office();
    final Catalogue catalogue;
    final Reckoning reckoning = new Reckoning(calendar, flow.ladder());
    final Decide decide;
    private final Random random;

    CaseWorld(long seed) {
        StandardCatalogue standard = new StandardCatalogue();
        Map<String, Category> categories = new java.util.LinkedHashMap<>();
        for (Category category : standard.categories()) categories.put(category.code(), category);
        Edition shopfront = new Edition("shopfront", 1);
        catalogue = new Catalogue(
                categories,
                Map.of(ShopCase.CODE, shopfront),
                Map.of(),
                Map.of(shopfront, Map.of(ShopCase.CODE, ShopCase.TYPE)),
                standard.reasonCodes(),
                Set.of(COMMITTEE, SQUAD, GREEN, CENTRE));
        random = new Random(seed);
        decide = new Decide(flow, catalogue, reckoning, this::id);
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    List<String> categoryCodes() {
        return new ArrayList<>(catalogue.categories().keySet());
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static Actor person(int number, String name, UnitId unit, Role role, boolean everything) {
        Set<UnitId> committees = unit.equals(COMMITTEE) ? Set.of(COMMITTEE) : Set.of();
        return new Actor(
                Actor.Kind.STAFF,
                new UUID(0, number).toString(),
                name,
                unit,
                Set.of(role),
                new Sight(everything, Set.of(), committees, unit));
    }
}
