package org.yiwang.organisation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The one place that decides what a person may see, and which rooms of the product are open to which role. */
public final class Access {
    private static final Set<Role> SEE_EVERYTHING =
            EnumSet.of(Role.OPERATOR, Role.DUTY_CHIEF, Role.SUPERVISOR, Role.LEADER, Role.ADMIN);

    private static final Map<String, Set<Role>> PERMISSIONS = Map.of(
            "cases.register",
                    EnumSet.of(Role.OPERATOR, Role.DUTY_CHIEF, Role.INSPECTOR, Role.COMMITTEE, Role.GRID_LEADER),
            "cases.dispatch", EnumSet.of(Role.OPERATOR, Role.DUTY_CHIEF, Role.GRID_LEADER),
            "cases.supervise", EnumSet.of(Role.SUPERVISOR, Role.DUTY_CHIEF, Role.LEADER),
            "screen.view", EnumSet.of(Role.LEADER, Role.SUPERVISOR, Role.DUTY_CHIEF, Role.OPERATOR, Role.ADMIN),
            "people.manage", EnumSet.of(Role.ADMIN),
            "territory.manage", EnumSet.of(Role.ADMIN),
            "categories.manage", EnumSet.of(Role.ADMIN));

    private Access() {}

    /** The names of all rooms open to these roles, in alphabetical order. */
    public static Set<String> permissions(Set<Role> roles) {
        Set<String> open = new TreeSet<>();
        PERMISSIONS.forEach((name, who) -> {
            if (roles.stream().anyMatch(who::contains)) open.add(name);
        });
        return open;
    }

    public static boolean may(Staff staff, String permission) {
        return staff.roles().stream().anyMatch(PERMISSIONS.getOrDefault(permission, Set.of())::contains);
    }

    static Sight sight(Set<Role> roles, UnitId unit, Set<UnitId> areas, Set<UnitId> committees) {
        boolean everything = roles.stream().anyMatch(SEE_EVERYTHING::contains);
        return new Sight(everything, areas, committees, unit);
    }
}
