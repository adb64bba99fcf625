package org.yiwang.lists.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * A closed case of a sample that is looked at again (复查).
 *
 * @param seq its place in the sample, from 1
 * @param checker the unit that looks at it
 * @param finding missing until somebody did
 */
public record Check(
        UUID id,
        UUID list,
        int seq,
        Candidate drawn,
        UnitId checker,
        @Nullable Finding finding) {
    public static final int NOTE_CHARACTERS_MAX = 1_000;

    /** What was found on the spot. */
    public enum Verdict {
        /** 合格: it is as the unit said. */
        KEPT,
        /** 不合格: not done, or back again without anybody having reported it. */
        FAILED,
        /** 无法核实: nothing could be seen either way; it counts as not looked at. */
        UNKNOWN;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this id */
        @JsonCreator
        public static Verdict of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** @param item that came of a failed check */
    public record Finding(
            Verdict verdict,
            String note,
            List<UUID> photos,
            String by,
            UnitId unit,
            Instant at,
            @Nullable UUID item) {}

    public boolean isFailed() {
        return finding != null && finding.verdict() == Verdict.FAILED;
    }

    public Check found(Finding found) {
        return new Check(id, list, seq, drawn, checker, found);
    }
}
