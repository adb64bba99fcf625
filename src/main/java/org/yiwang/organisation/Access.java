package org.yiwang.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiwang.organisation.AccessTable.Reach;
import org.yiwang.organisation.AccessTable.Right;
import org.yiwang.platform.Refusal;

/** The one place that decides what a person may see, and which rooms of the product are open to which role. */
public final class Access {
    private static final AccessTable TABLE = AccessTable.load();

    private Access() {}

    /** A role or a permission in words. */
    public record Words(String zh, String en) {}

    /** The names of all rooms open to these roles, in alphabetical order. */
    public static Set<String> permissions(Set<Role> roles) {
        return TABLE.permissions().entrySet().stream()
                .filter(entry -> roles.stream().anyMatch(entry.getValue().roles()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean may(Staff staff, String permission) {
        return staff.roles().stream().anyMatch(TABLE.right(permission).roles()::contains);
    }

    /** Refuses a person without the permission, and says whom to ask. */
    public static void require(Staff staff, String permission) {
        if (may(staff, permission)) return;
        Right right = TABLE.right(permission);
        throw Refusal.forbidden(
                        "access.not-permitted",
                        right.zh(),
                        right.en(),
                        holders(right, "、", Words::zh),
                        holders(right, ", ", Words::en))
                .exception();
    }

    private static String holders(Right right, String separator, Function<Words, String> language) {
        return right.roles().stream().sorted().map(Access::words).map(language).collect(Collectors.joining(separator));
    }

    /** The operations, as {@code GET /api/v1/cases}, that people of outside parties may ask for; all others are closed to them. */
    public static List<String> openToParties() {
        return TABLE.parties();
    }

    public static Words words(Role role) {
        return new Words(TABLE.post(role).zh(), TABLE.post(role).en());
    }

    /** Areas count for those who lead them, committees for those who work in them; the desk of the own unit counts for all. */
    public static Sight sight(Set<Role> roles, UnitId unit, Set<UnitId> areas, Set<UnitId> committees) {
        return new Sight(
                reaches(roles, Reach.EVERYTHING),
                reaches(roles, Reach.AREAS) ? areas : Set.of(),
                reaches(roles, Reach.COMMITTEES) ? committees : Set.of(),
                unit);
    }

    /** Whether one of the roles sees as far as this. */
    static boolean reaches(Set<Role> roles, Reach reach) {
        return roles.stream().anyMatch(role -> TABLE.post(role).sees() == reach);
    }
}
