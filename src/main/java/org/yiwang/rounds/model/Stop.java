package org.yiwang.rounds.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;

/**
 * One look at one place within one period.
 *
 * @param unit whose people make it; null where those do who are responsible for the cell
 * @param slot counted from 1, where a place is looked at several times within the period
 * @param dueAt end of its last day
 * @param campaign that it is part of
 * @param again the stop that this one makes once more, by another person
 * @param made null as long as nobody has been there
 */
public record Stop(
        UUID id,
        Tenant tenant,
        String packageId,
        int version,
        String round,
        Subject subject,
        @Nullable UnitId unit,
        Period period,
        int slot,
        Instant dueAt,
        State state,
        @Nullable UUID campaign,
        @Nullable Again again,
        @Nullable Made made) {

    /** A stop that nobody has made yet. */
    public static Stop open(
            UUID id,
            Tenant tenant,
            Round round,
            Subject subject,
            @Nullable UnitId unit,
            Period period,
            int slot,
            @Nullable UUID campaign) {
        return new Stop(
                id,
                tenant,
                round.packageId(),
                round.version(),
                round.name(),
                subject,
                unit,
                period,
                slot,
                period.end(),
                State.OPEN,
                campaign,
                null,
                null);
    }

    /** The same, made. */
    public Stop made(Made seen) {
        return with(State.MADE, seen);
    }

    /** The same, its time over. */
    public Stop missed() {
        return with(State.MISSED, null);
    }

    private Stop with(State now, @Nullable Made seen) {
        return new Stop(
                id, tenant, packageId, version, round, subject, unit, period, slot, dueAt, now, campaign, again, seen);
    }

    public enum State {
        OPEN,
        MADE,
        MISSED,
        /** No longer wanted: the record has ended or no longer falls under the round, or the campaign was ended. */
        DROPPED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param by who made the first stop and so cannot make this one
     * @param failed what the first found
     */
    public record Again(UUID stop, UUID by, boolean failed) {}

    /**
     * A position of a device, WGS-84.
     *
     * @param accuracy metres; 0 where the device does not say
     */
    public record Stood(double lon, double lat, double accuracy) {}

    /**
     * What was seen.
     *
     * @param at when, by the device of whoever was there
     * @param stood where that device was
     * @param metres between the position and the place; null without a position
     * @param proven whether photos and position show that somebody was there
     * @param failed whether an answer opens a case
     */
    public record Made(
            Instant at,
            UUID by,
            String byName,
            @Nullable Stood stood,
            @Nullable Integer metres,
            boolean proven,
            boolean failed,
            Map<String, JsonNode> answers,
            List<UUID> photos,
            List<UUID> cases) {

        /** The same with the cases that it opened. */
        public Made opening(List<UUID> opened) {
            return new Made(at, by, byName, stood, metres, proven, failed, answers, photos, opened);
        }
    }
}
