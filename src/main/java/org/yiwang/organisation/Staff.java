package org.yiwang.organisation;

import java.util.Set;
import java.util.UUID;
import org.yiwang.platform.Tenant;

/** A signed-in member of staff with the posts held at this moment. */
public record Staff(
        UUID id, Tenant tenant, String login, String name, String nameEn, UnitId unit, Set<Role> roles, Sight sight) {

    /** Whether this person belongs to an outside party and sees no more than what was given to it. */
    public boolean isOutside() {
        return roles.contains(Role.PARTY);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
