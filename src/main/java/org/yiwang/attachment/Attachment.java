package org.yiwang.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded photo or document.
 *
 * @param name as uploaded, made safe
 * @param width in pixels, upright; null for documents, like height
 * @param size in bytes, as kept
 * @param lon WGS-84, where the camera was; null when it did not say, like lat
 * @param takenAt by the camera's clock
 */
public record Attachment(
        UUID id,
        String contentType,
        String name,
        @Nullable Integer width,
        @Nullable Integer height,
        long size,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Instant takenAt) {}
