package org.yiwang.programme.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.audit.Hash;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Programme;

/**
 * A programme with what is kept beside it.
 *
 * @param kindVersion of the package that opened it
 * @param dueAt when it should leave its stage; null where it may stay
 * @param head hash of its last event
 * @param events its past, oldest first
 */
public record Kept(
        Programme programme,
        String packageId,
        String kind,
        int kindVersion,
        @Nullable Instant dueAt,
        Instant openedAt,
        Draft draft,
        Hash head,
        List<Event> events) {

    /**
     * What is being written, as it was typed.
     *
     * @param given values by field; one that takes one value has one
     * @param revision raised with every saving, so that of two people who write at once none loses what the other wrote
     */
    public record Draft(Map<String, List<String>> given, int revision, Instant at, String by) {}
}
