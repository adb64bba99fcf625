package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/**
 * Who takes a step: a member of staff, the person who reported (known by the private link), or the system's own clock.
 *
 * @param id staff id, report id, or {@code clock}
 */
public record Actor(
        Kind kind,
        String id,
        String name,
        @Nullable UnitId unit,
        Set<Role> roles,
        @Nullable Sight sight) {
    public static final Actor CLOCK = new Actor(Kind.SYSTEM, "clock", "系统时钟", null, Set.of(), null);

    public enum Kind {
        STAFF,
        REPORTER,
        SYSTEM;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Actor staff(Staff staff) {
        return new Actor(Kind.STAFF, staff.id().toString(), staff.name(), staff.unit(), staff.roles(), staff.sight());
    }

    public static Actor reporter(String reportId, String name) {
        return new Actor(Kind.REPORTER, reportId, name, null, Set.of(), null);
    }

    /**
     * Another system that a matter came from.
     *
     * @param id of the channel, such as {@code hotline}
     */
    public static Actor system(String id, String name) {
        return new Actor(Kind.SYSTEM, id, name, null, Set.of(), null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
