package org.yiwang.sensing.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a device to be asked.
 *
 * @param id the same for the same wish, however often it is handed in
 * @param guard see {@link DeviceOrder#guard}
 */
public record OrderRequest(
        String id,
        String device,
        String order,
        Map<String, String> arguments,
        @Nullable String alarm,
        @Nullable String by,
        String reason,
        @Nullable String guard,
        Instant at) {
    public OrderRequest {
        arguments = Map.copyOf(arguments);
    }
}
