package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.organisation.UnitId;

/** An assisting unit's sub-task (联勤联动). The lead is not an assignment: there is exactly one. */
public record Assignment(UUID id, UnitId unit, String task, State state, String note, Instant at) {

    /** Open, done, or waived by someone entitled. */
    public enum State {
        OPEN,
        DONE,
        WAIVED;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }

        @JsonCreator
        public static State of(String id) {
            return valueOf(Kebab.constant(id));
        }
    }

    Assignment settled(State end, String words, Instant now) {
        return new Assignment(id, unit, task, end, words, now);
    }
}
