package org.yiwang.organisation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the sub-district's work a person may see: everything, or what lies in these areas and committees or is on the desk of this unit.
 *
 * @param everything the whole sub-district; the other parts are then of no account
 */
public record Sight(boolean everything, Set<UnitId> areas, Set<UnitId> committees, UnitId unit) {

    /** For queries that are narrowed to it: {@code :everything}, {@code :areas}, {@code :committees} and {@code :unit}. */
    public Map<String, Object> parameters() {
        return Map.of(
                "everything", everything, "areas", names(areas), "committees", names(committees), "unit", unit.value());
    }

    /** Whether one sees what lies there, whoever's desk it is on; what lies nowhere is seen by those who see everything. */
    public boolean covers(@Nullable String area, @Nullable String committee) {
        return everything || has(areas, area) || has(committees, committee);
    }

    private static boolean has(Set<UnitId> units, @Nullable String unit) {
        return unit != null && units.contains(new UnitId(unit));
    }

    private static String[] names(Set<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(String[]::new);
    }
}
