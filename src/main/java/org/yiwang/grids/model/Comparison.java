package org.yiwang.grids.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the merging changes. */
public record Comparison(List<Place> places, List<Unheld> unheld, List<Twice> twice, List<Load> heavy) {

    /** @param key a cell's code, a committee's unit, or {@link CompareDuties#ALL} */
    public record Place(String key, int cells, Side before, Side after) {}

    /** @param after who was found for it; null where still nobody */
    public record Unheld(
            String cell, String department, @Nullable Grid after) {}

    /**
     * A matter that two departments answer for.
     *
     * @param leads the department whose duty names it more closely, or that stands first
     * @param cells in how many
     */
    public record Twice(String leads, Duty leading, String other, Duty second, int cells) {}

    /** A person with more cells than one can look after. */
    public record Load(Holder holder, List<String> departments, int cells) {}
}
