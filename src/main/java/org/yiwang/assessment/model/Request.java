package org.yiwang.assessment.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit asks for about one order: to leave it out (剔除), or, after publication, to count a line in full (申诉).
 *
 * @param edition of an appeal, the published one that it is against
 * @param line of an appeal, which
 * @param reason code of the formula's list; of an appeal empty
 */
public record Request(
        UUID id,
        Kind kind,
        String packageId,
        String name,
        YearMonth month,
        @Nullable UUID edition,
        String unit,
        UUID caseId,
        String number,
        String title,
        Line.@Nullable Key line,
        String reason,
        String note,
        State state,
        UUID askedBy,
        List<Taken> steps) {

    public enum Kind {
        EXCLUSION,
        APPEAL;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        WITHDRAWN;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** The whole life of a request, as a table: from where, to where, by whom. */
    public enum Step {
        ASK(null, State.ASKED, false),
        GRANT(State.ASKED, State.GRANTED, true),
        REFUSE(State.ASKED, State.REFUSED, true),
        WITHDRAW(State.ASKED, State.WITHDRAWN, false);

        private final @Nullable State from;
        private final State to;
        private final boolean byCentre;

        Step(@Nullable State from, State to, boolean byCentre) {
            this.from = from;
            this.to = to;
            this.byCentre = byCentre;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Step> of(String id) {
            for (Step step : values()) if (step.id().equals(id) && step != ASK) return Optional.of(step);
            return Optional.empty();
        }

        public boolean isFrom(State state) {
            return from == state;
        }

        public State to() {
            return to;
        }

        /** Whether the centre takes it, or whoever asked. */
        public boolean byCentre() {
            return byCentre;
        }
    }

    public record Taken(String step, Instant at, String by, String note) {}
}
