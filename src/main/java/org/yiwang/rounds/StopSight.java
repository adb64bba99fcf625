package org.yiwang.rounds;

import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
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
        return sight.areas().contains(stop.subject().area())
                || sight.committees().contains(stop.subject().committee())
                || sight.unit().equals(stop.unit());
    }

    static boolean covers(Staff staff, Stop stop) {
        return staff.sight().everything() || isNear(staff, stop);
    }
}
