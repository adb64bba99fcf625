package org.yiwang.rounds.model;

import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.territory.LonLat;

/**
 * What is to be looked at: a cell, or a record of a register.
 *
 * @param register whose record it is; null for a cell
 * @param key of the record, or code of the cell
 * @param point where to go; the middle of a cell; null for a record without a place
 * @param cell null for a record outside the sub-district, as committee and area
 */
public record Subject(
        @Nullable String register,
        String key,
        String label,
        @Nullable LonLat point,
        @Nullable String cell,
        @Nullable UnitId committee,
        @Nullable UnitId area) {}
