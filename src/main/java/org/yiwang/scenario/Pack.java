package org.yiwang.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pack.yaml} says of its package.
 *
 * @param version as its makers count, such as {@code 1.2}
 * @param system the system of the city's list that it stands for, such as {@code S1}
 * @param owner the unit that answers for the package
 * @param needs other packages without which it does not work
 * @param units every unit that the package names; a sub-district that lacks one assigns by hand
 */
public record Pack(
        String id,
        String version,
        Words name,
        Words summary,
        @Nullable String system,
        String owner,
        List<String> needs,
        List<String> units) {

    public static final String FILE = "pack.yaml";

    /** Notes a fault where a unit is named that the package does not declare. */
    public void checkUnit(String unit, Spot spot, Faults faults) {
        if (!units.contains(unit)) faults.fault(spot, "scenario.unit-not-declared", unit, String.join(", ", units));
    }
}
