package org.yiwang.lists;

import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;

/** Who sees which checks: overseers all, a unit those it makes, and those of its own cases once they were made, not before. */
final class CheckSight {
    private CheckSight() {}

    static boolean covers(Staff staff, Check check) {
        if (Access.may(staff, DecideItem.OVERSEE) || staff.unit().equals(check.checker())) return true;
        return check.finding() != null && staff.unit().equals(check.drawn().unit());
    }
}
