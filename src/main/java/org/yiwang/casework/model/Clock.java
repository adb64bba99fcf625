package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;

/**
 * One running or finished measurement against a limit.
 *
 * @param round counts the times this clock was started in the case, from 1
 * @param dueAt when the limit ends, pauses and extensions included; while paused, as it stood at the start of the pause
 * @param rungs how many steps of the supervision ladder this clock has set off
 * @param fireAt when the clock next asks for attention; null when it does not run
 */
public record Clock(
        ClockName name,
        int round,
        Limit limit,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        Outcome outcome,
        List<Pause> pauses,
        List<Extension> extensions,
        int rungs,
        @Nullable Instant fireAt) {

    /** How it ended, or that it has not. */
    public enum Outcome {
        RUNNING,
        PAUSED,
        MET,
        MISSED,
        VOID;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }

        @JsonCreator
        public static Outcome of(String id) {
            return valueOf(Kebab.constant(id));
        }
    }

    /** A time that does not count. Open while {@code to} is null. */
    public record Pause(Instant from, @Nullable Instant to, String reason) {}

    /** A granted addition to the limit. */
    public record Extension(Limit limit, String reason, Instant grantedAt) {}

    static Clock start(ClockName name, int round, Limit limit, Instant now, Reckoning reckoning) {
        return new Clock(name, round, limit, now, now, null, Outcome.RUNNING, List.of(), List.of(), 0, null)
                .reckoned(reckoning);
    }

    public boolean isOpen() {
        return outcome == Outcome.RUNNING || outcome == Outcome.PAUSED;
    }

    public boolean isLate(Instant now) {
        return outcome == Outcome.MISSED || (outcome == Outcome.RUNNING && now.isAfter(dueAt));
    }

    Clock stop(Instant now, Reckoning reckoning) {
        Clock running = resume(now, reckoning);
        Outcome end = now.isAfter(running.dueAt) ? Outcome.MISSED : Outcome.MET;
        return new Clock(
                name, round, limit, startedAt, running.dueAt, now, end, running.pauses, extensions, rungs, null);
    }

    Clock abandon(Instant now) {
        return new Clock(name, round, limit, startedAt, dueAt, now, Outcome.VOID, pauses, extensions, rungs, null);
    }

    Clock pause(Instant now, String reason) {
        if (outcome != Outcome.RUNNING) return this;
        List<Pause> longer = append(pauses, new Pause(now, null, reason));
        return new Clock(name, round, limit, startedAt, dueAt, null, Outcome.PAUSED, longer, extensions, rungs, null);
    }

    Clock resume(Instant now, Reckoning reckoning) {
        if (outcome != Outcome.PAUSED) return this;
        Pause open = pauses.getLast();
        List<Pause> closed = append(pauses.subList(0, pauses.size() - 1), new Pause(open.from(), now, open.reason()));
        return new Clock(name, round, limit, startedAt, dueAt, null, Outcome.RUNNING, closed, extensions, rungs, null)
                .reckoned(reckoning);
    }

    Clock extend(Extension extension, Reckoning reckoning) {
        List<Extension> longer = append(extensions, extension);
        return new Clock(name, round, limit, startedAt, dueAt, stoppedAt, outcome, pauses, longer, rungs, fireAt)
                .reckoned(reckoning);
    }

    /** The same clock after it has set off one more rung of the ladder. */
    Clock fired(Reckoning reckoning) {
        return new Clock(name, round, limit, startedAt, dueAt, stoppedAt, outcome, pauses, extensions, rungs + 1, null)
                .reckoned(reckoning);
    }

    /** All limits that make up the due time: the clock's own and its extensions. */
    public List<Limit> limits() {
        List<Limit> all = new ArrayList<>();
        all.add(limit);
        for (Extension extension : extensions) all.add(extension.limit());
        return all;
    }

    /** The closed pauses in the calendar's terms. */
    public List<org.yiwang.worktime.Pause> closedPauses() {
        List<org.yiwang.worktime.Pause> closed = new ArrayList<>();
        for (Pause pause : pauses) {
            if (pause.to() != null) closed.add(new org.yiwang.worktime.Pause(pause.from(), pause.to()));
        }
        return closed;
    }

    private Clock reckoned(Reckoning reckoning) {
        Instant due = reckoning.due(startedAt, limits(), closedPauses());
        Instant fire = outcome == Outcome.RUNNING ? reckoning.fireAt(name, due, rungs) : null;
        return new Clock(name, round, limit, startedAt, due, stoppedAt, outcome, pauses, extensions, rungs, fire);
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
