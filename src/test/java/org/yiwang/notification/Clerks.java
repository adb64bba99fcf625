package org.yiwang.notification;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** People for tests. */
final class Clerks {
    static final Tenant DAQIAO = new Tenant(310110018);
    static final Staff ZHANG = clerk("zhang", DAQIAO);
    static final Staff LI = clerk("li", DAQIAO);

    private Clerks() {}

    static Staff clerk(String login, Tenant tenant) {
        UnitId centre = new UnitId("centre");
        return new Staff(
                UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)),
                tenant,
                login,
                login,
                login,
                centre,
                Set.of(Role.OPERATOR),
                new Sight(true, Set.of(), Set.of(), centre));
    }
}
