package org.yiwang.grids.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A department's grid as it holds from a day until the next one does.
 *
 * @param number 1 for the first that the department handed in
 * @param grids how many it has
 */
public record Edition(
        String department, int number, LocalDate from, Instant takenAt, String takenBy, String note, int grids) {}
