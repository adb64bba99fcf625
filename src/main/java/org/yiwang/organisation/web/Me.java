package org.yiwang.organisation.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.organisation.model.Account;

/**
 * The signed-in person as the screens need it.
 *
 * @param areas in sight; missing for those who see everything, as are {@code committees}
 * @param cells that the person walks
 * @param now lets the screens show what is left of a limit by the server's clock
 */
record Me(
        UUID id,
        String login,
        String name,
        String nameEn,
        UnitId unit,
        String unitName,
        String unitNameEn,
        Set<Role> roles,
        Set<String> permissions,
        boolean everything,
        @Nullable Set<UnitId> areas,
        @Nullable Set<UnitId> committees,
        Set<String> cells,
        int tenant,
        boolean largeType,
        String locale,
        Instant now) {

    static Me of(Account account, UnitTree units, Instant now) {
        Staff staff = account.staff();
        Optional<Unit> unit = units.find(staff.unit());
        boolean everything = staff.sight().everything();
        return new Me(
                staff.id(),
                staff.login(),
                staff.name(),
                staff.nameEn(),
                staff.unit(),
                unit.map(Unit::name).orElse(staff.unit().value()),
                unit.map(Unit::nameEn).orElse(staff.unit().value()),
                staff.roles(),
                Access.permissions(staff.roles()),
                everything,
                everything ? null : staff.sight().areas(),
                everything ? null : staff.sight().committees(),
                account.scope().cells(),
                staff.tenant().code(),
                account.settings().largeType(),
                account.settings().locale(),
                now);
    }
}
