package org.yiwang.sorting.model;

import org.jspecify.annotations.Nullable;

/**
 * A drop-off point (投放点) that is checked.
 *
 * @param estate the name of the estate (小区) that it belongs to
 */
public record Place(
        String point, String label, String estate, @Nullable String committee) {}
