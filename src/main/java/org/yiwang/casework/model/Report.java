package org.yiwang.casework.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;

/**
 * One reporter's part in a case: an own deadline and an own answer (一案多诉).
 *
 * @param satisfaction 1 to 5, given by the reporter
 */
public record Report(
        UUID id,
        Channel channel,
        Instant at,
        Limit answerWithin,
        Instant answerDueAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable Integer satisfaction,
        @Nullable Boolean solved) {

    boolean isAnsweredAfter(Instant since) {
        return answeredAt != null && answeredAt.isAfter(since);
    }

    Report answered(String text, Instant now) {
        return new Report(id, channel, at, answerWithin, answerDueAt, text, now, satisfaction, solved);
    }

    Report rated(int stars, @Nullable Boolean isSolved) {
        return new Report(id, channel, at, answerWithin, answerDueAt, answer, answeredAt, stars, isSolved);
    }
}
