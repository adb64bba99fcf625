package org.yiwang.rounds;

import java.util.Collection;
import java.util.Map;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.rounds.model.Stop;

/** What a person's sight means for stops: in memory, and as the condition that narrows every query. */
final class StopSight {
    /** The condition on {@code rounds.stop s}; takes the parameters of {@link #parameters}. */
    static final String CONDITION =
            "(:everything or s.area = any(:areas) or s.committee = any(:committees) or s.unit = :unit)";

    /** The same without those who see everything: who answers for the place, or for the unit. */
    static final String NEAR = "(s.area = any(:areas) or s.committee = any(:committees) or s.unit = :unit)";

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

    static Map<String, Object> parameters(Sight sight) {
        return Map.of(
                "everything", sight.everything(),
                "areas", names(sight.areas()),
                "committees", names(sight.committees()),
                "unit", sight.unit().value());
    }

    private static String[] names(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(String[]::new);
    }
}
