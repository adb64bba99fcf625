package org.yiwang.sensing.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the log.
 *
 * @param ingestAt when it was taken in, never earlier than that of the record before it in the partition: the engine's only clock
 * @param values a JSON object
 * @param note what readers are told instead of a message; null in a message
 */
public record LogRecord(
        int partition,
        long offset,
        Instant ingestAt,
        String device,
        String family,
        String deviceKind,
        String messageKind,
        @Nullable Instant deviceTime,
        @Nullable String messageId,
        String values,
        @Nullable Note note) {}
