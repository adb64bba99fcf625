package org.yiwang.registry.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as it is handed in, unchecked.
 *
 * @param data by the form's fields
 * @param lon degrees east, WGS-84, as {@code lat}; for registers of points
 * @param shape GeoJSON geometry; for registers of lines and areas
 */
public record GivenEntry(
        ObjectNode data,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable JsonNode shape) {}
