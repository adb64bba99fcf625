package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        String kind,
        String zh,
        String en,
        @JsonProperty("public") boolean isPublic,
        boolean selfHandle,
        boolean urgent,
        Photos evidence,
        Map<ClockName, Limit> limits,
        Limit reply,
        Lead lead) {

    /** How many photos are asked for before and after handling. */
    public record Photos(int before, int after) {}

    /**
     * Who leads by default.
     *
     * @param by {@code unit} or {@code committee} (that of the place)
     */
    public record Lead(String by, @Nullable UnitId unit) {

        public UnitId of(Place place) {
            return unit != null ? unit : place.committee();
        }
    }

    public Optional<Limit> limit(ClockName clock) {
        return Optional.ofNullable(limits.get(clock));
    }
}
