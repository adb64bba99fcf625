package org.yiwang.grids.model;

import java.util.List;
import org.yiwang.organisation.UnitId;

/**
 * A department with a grid of its own.
 *
 * @param rank the lower, the earlier it is named where several answer for the same
 * @param duties of those of its grids that name none
 */
public record Department(String code, int rank, String name, String nameEn, UnitId unit, List<Duty> duties) {
    public Department {
        duties = List.copyOf(duties);
    }
}
