package org.yiwang.casework.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in a case's life, as it is kept for ever.
 *
 * @param seq number within the case, from 1 without gaps
 * @param from null for the first event
 * @param reason code from the reason list of the action
 */
public record CaseEvent(
        int seq,
        Instant at,
        Actor.Kind actorKind,
        String actorId,
        String actorName,
        @Nullable String actorUnit,
        String action,
        @Nullable Stage from,
        Stage to,
        @Nullable String note,
        @Nullable String reason,
        List<Effect> effects) {}
