package org.yiwang.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to members of staff.
 *
 * @param kind stable word for the occasion, such as {@code case-dispatched}; people choose their channels by it
 * @param urgent may ring outside duty hours, on channels that ring; the inbox is silent
 * @param matter the record to open, such as a case
 * @param number the number by which people call that record
 * @param once a person gets at most one notice of the same value, such as {@code case/7f…/late}; null sends every time
 */
public record Notice(
        Instant at,
        String kind,
        boolean urgent,
        Words title,
        Words text,
        @Nullable UUID matter,
        @Nullable String number,
        @Nullable String once) {}
