package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one occasion is worth in one measure, or that it costs or brings extra points.
 *
 * @param measure of a measure, deduction or reward of the scheme
 * @param kind of the occasion
 * @param department missing where nobody led the case; it then counts for its committee and the whole alone
 * @param earned of a measure 0 to 1; 1 of extras
 * @param doneAt of a clock, when what was due was done; null while it is not
 * @param corrected why it counts in full although it was missed; null for nearly all
 */
public record Line(
        String measure,
        String kind,
        UUID caseId,
        int ref,
        String number,
        String title,
        Instant at,
        @Nullable String department,
        String committee,
        BigDecimal earned,
        @Nullable Instant doneAt,
        @Nullable Boolean reached,
        @Nullable Boolean solved,
        @Nullable Integer stars,
        @Nullable String reason,
        @Nullable String corrected) {

    /** So many decimals of what was earned count. */
    private static final int EARNED_DECIMALS = 4;

    public Line {
        earned = earned.setScale(EARNED_DECIMALS, RoundingMode.HALF_UP);
    }

    /** What tells it from every other line of an edition, and finds it again in the next. */
    public record Key(String measure, UUID caseId, int ref) {}

    public Key key() {
        return new Key(measure, caseId, ref);
    }

    public boolean isOf(Board board, String unit) {
        return unit.equals(board.unit(this));
    }

    /** Whether it counts alike: the same share for the same units. */
    public boolean countsLike(Line other) {
        return earned.compareTo(other.earned) == 0
                && committee.equals(other.committee)
                && Objects.equals(department, other.department)
                && Objects.equals(corrected, other.corrected);
    }

    public Line inFull(String why) {
        return new Line(
                measure,
                kind,
                caseId,
                ref,
                number,
                title,
                at,
                department,
                committee,
                BigDecimal.ONE,
                doneAt,
                reached,
                solved,
                stars,
                reason,
                why);
    }
}
