package org.yiwang.hotline.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * An order that was taken in.
 *
 * @param placed {@code given} with a point, {@code named} by the words of its address, {@code unclear} where neither led anywhere
 * @param linked whether reports on it go back over the interface
 * @param caseId the case that it opened
 * @param nowCase where it is handled now; another one after merging
 * @param report the caller's part in that
 * @param firstUnit 首接: the first unit that got it, answerable for it through every return
 * @param passed how often it was returned after that
 * @param again second handlings
 * @param told where it stands by what we have said, in the upper platform's letters
 */
public record OrderRow(
        String no,
        OrderKind kind,
        boolean urgent,
        String category,
        Instant receivedAt,
        @Nullable Instant dueAt,
        String placed,
        boolean linked,
        Instant takenAt,
        UUID caseId,
        UUID nowCase,
        @Nullable UUID report,
        @Nullable UnitId firstUnit,
        int passed,
        int again,
        String told) {}
