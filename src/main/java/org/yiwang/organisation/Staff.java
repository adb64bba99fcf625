package org.yiwang.organisation;

import java.util.Set;
import java.util.UUID;
import org.yiwang.platform.Tenant;

/** A signed-in member of staff with the posts held at this moment. */
public record Staff(
        UUID id, Tenant tenant, String login, String name, String nameEn, UnitId unit, Set<Role> roles, Sight sight) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
