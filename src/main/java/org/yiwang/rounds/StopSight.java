package org.yiwang.rounds;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.rounds.model.Stop;

/** What a person's sight means for stops: in memory, and as the condition that narrows every query. */
final class StopSight {
    /** The condition on {@code rounds.stop s} of those who answer for the place, or for the unit; takes the parameters of {@link Sight#parameters}. */
    static final String NEAR = "(s.area = any(:areas) or s.committee = any(:committees) or s.unit = :unit)";

    /** The same with those who see everything. */
    static final String CONDITION = "(:everything or " + NEAR + ")";

    private StopSight() {}

    static boolean isNear(Staff staff, Stop stop) {
        Sight sight = staff.sight();
        return has(sight.areas(), stop.subject().area())
                || has(sight.committees(), stop.subject().committee())
                || sight.unit().equals(stop.unit());
    }

    private static boolean has(Set<UnitId> units, @Nullable UnitId unit) {
        return unit != null && units.contains(unit);
    }

    static boolean covers(Staff staff, Stop stop) {
        return staff.sight().everything() || isNear(staff, stop);
    }
}
