package org.yiwang.sorting.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial of the withdrawal of on-site guides (撤指导员试点): where, since when, held against what, and measured how. All of it is fixed before the first point begins; what
 * is added later is marked, because whoever may still choose what to measure finds something.
 *
 * @param seq number of its last step
 * @param startedAt when the plan was fixed; null before
 */
public record Trial(
        UUID id,
        Plan plan,
        State state,
        int seq,
        Instant createdAt,
        @Nullable Instant startedAt) {

    public enum State {
        PLANNED,
        RUNNING,
        /** 撤除. */
        WITHDRAWN,
        /** 恢复. */
        PUT_BACK,
        DROPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String id) {
            return valueOf(id.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What is done and how it is judged.
     *
     * @param daysBefore the first day of a point that are compared with the days from it on
     * @param daysAfter from the first day on; longer only by a decision that says why
     * @param putBackAt alarms (bags beside the bin and overflow) at one point within seven days at which putting its guide back is proposed; null for never
     */
    public record Plan(
            String title,
            String purpose,
            int daysBefore,
            int daysAfter,
            @Nullable Integer putBackAt,
            List<Treated> treated,
            List<Compared> compared,
            List<Measured> measures) {

        public List<String> estates() {
            return treated.stream().map(Treated::estate).distinct().sorted().toList();
        }

        public LocalDate first() {
            return treated.stream()
                    .map(Treated::startsOn)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }

        /** The day after the last that counts at any point. */
        public LocalDate end() {
            return treated.stream()
                    .map(Treated::startsOn)
                    .max(LocalDate::compareTo)
                    .orElseThrow()
                    .plusDays(daysAfter);
        }

        public Optional<Treated> point(String key) {
            return treated.stream().filter(one -> one.point().equals(key)).findFirst();
        }

        public Plan with(List<Treated> points) {
            return new Plan(title, purpose, daysBefore, daysAfter, putBackAt, points, compared, measures);
        }

        public Plan comparing(List<Compared> others) {
            return new Plan(title, purpose, daysBefore, daysAfter, putBackAt, treated, others, measures);
        }

        public Plan lasting(int days) {
            return new Plan(title, purpose, daysBefore, days, putBackAt, treated, compared, measures);
        }

        public Plan measuring(List<Measured> more) {
            return new Plan(title, purpose, daysBefore, daysAfter, putBackAt, treated, compared, more);
        }
    }

    /**
     * A point without a guide.
     *
     * @param startsOn first day without
     * @param backOn first day on which a guide stands there again; null while none does
     */
    public record Treated(
            String point,
            String label,
            String estate,
            LocalDate startsOn,
            @Nullable LocalDate backOn,
            @Nullable String backReason) {
        public Treated back(LocalDate day, String reason) {
            return new Treated(point, label, estate, startsOn, day, reason);
        }
    }

    /**
     * An estate that keeps its guides.
     *
     * @param proposed whether the product proposed it
     * @param reason why a person chose it instead; empty for a proposed one
     */
    public record Compared(String estate, boolean proposed, String reason) {}

    /**
     * @param margin how much worse is still acceptable: points of a hundred of the correct rate, per cent more alarms
     * @param late whether it was added after the beginning
     */
    public record Measured(Measure measure, double margin, boolean late) {}

    /** @param result what was known then, as JSON, where something was decided upon it */
    public record Step(
            int seq,
            Instant at,
            UUID actor,
            String actorName,
            String action,
            String note,
            @Nullable String result) {}

    public boolean isOver() {
        return state != State.PLANNED && state != State.RUNNING;
    }

    public Trial after(Plan changed, State now, @Nullable Instant started) {
        return new Trial(id, changed, now, seq + 1, createdAt, started);
    }
}
