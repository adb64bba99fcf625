package org.yiwang.grids.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One grid of a department (警格, 综治格 …).
 *
 * @param code unique within the department
 * @param shape WGS-84 degrees
 */
public record Grid(
        String code, String name, @Nullable String nameEn, Holder holder, List<Duty> duties, Geometry shape) {
    public Grid {
        duties = List.copyOf(duties);
    }

    /** How closely one of the duties means this category; {@link Duty#NOT} where none does. */
    public int closeness(String category) {
        return duties.stream().mapToInt(duty -> duty.closeness(category)).max().orElse(Duty.NOT);
    }
}
