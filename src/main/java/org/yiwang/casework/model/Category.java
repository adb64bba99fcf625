package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/**
 * A matter by the catalogue (GB/T 30428.2; hotline matters beside it), with what it demands.
 *
 * @param code such as E0501; the letter says component (B), event (E) or hotline (H)
 * @param isPublic whether residents may choose it
 * @param selfHandle whether an inspector may deal with it on the spot
 * @param limits per clock; a clock without one does not run for this category
 * @param reply how long a reporter may wait for an answer
 */
public record Category(
        String code,
        @Nullable String parent,
        Kind kind,
        String zh,
        String en,
        @JsonProperty("public") boolean isPublic,
        boolean selfHandle,
        boolean urgent,
        Photos evidence,
        Map<ClockName, Limit> limits,
        Limit reply,
        Lead lead) {

    /** 部件、事件、热线事项 */
    public enum Kind {
        COMPONENT,
        EVENT,
        HOTLINE;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }

        /** @throws IllegalArgumentException when there is none of this id */
        @JsonCreator
        public static Kind of(String id) {
            return valueOf(Kebab.constant(id));
        }
    }

    /** How many photos are asked for before and after handling. */
    public record Photos(int before, int after) {}

    /**
     * Who leads by default.
     *
     * @param unit only where a unit leads; a committee is that of the place
     */
    public record Lead(By by, @Nullable UnitId unit) {
        /** The same unit wherever it is, or the committee of the place. */
        public enum By {
            UNIT,
            COMMITTEE;

            @JsonValue
            public String id() {
                return Kebab.of(this);
            }

            /** @throws IllegalArgumentException when there is none of this id */
            @JsonCreator
            public static By of(String id) {
                return valueOf(Kebab.constant(id));
            }
        }

        public UnitId of(Place place) {
            return unit != null ? unit : place.committee();
        }
    }

    public Optional<Limit> limit(ClockName clock) {
        return Optional.ofNullable(limits.get(clock));
    }
}
