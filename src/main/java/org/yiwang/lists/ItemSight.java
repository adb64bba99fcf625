package org.yiwang.lists;

import org.jspecify.annotations.Nullable;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Who sees which items: overseers all, everybody else those that the own unit answers for or helps with. */
final class ItemSight {
    private ItemSight() {}

    /** The unit to which the person's sight is narrowed; null for those who see all. */
    static @Nullable UnitId unit(Staff staff) {
        return Access.may(staff, DecideItem.OVERSEE) ? null : staff.unit();
    }

    static boolean covers(Staff staff, Item item) {
        UnitId unit = unit(staff);
        return unit == null
                || unit.equals(item.task().unit())
                || item.task().helpers().contains(unit);
    }
}
