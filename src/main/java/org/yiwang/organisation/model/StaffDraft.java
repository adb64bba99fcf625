package org.yiwang.organisation.model;

import java.util.Set;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.UnitId;

/** A member of staff as an administrator enters or changes them. */
public record StaffDraft(
        String login, String name, String nameEn, UnitId unit, Set<Role> roles, Scope scope, boolean active) {

    StaffDraft with(Scope other) {
        return new StaffDraft(login, name, nameEn, unit, roles, other, active);
    }
}
