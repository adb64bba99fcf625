package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.CaseNotes.Suspension;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.StepTrack;
import org.yiwang.casework.model.StoredCase;

/**
 * A case that is lived through in memory: every step is decided as at its own time, the clocks speak when their time comes, and nothing is stored until
 * {@link PlayCases#store}. Not for use by several threads.
 */
public final class CaseLife {
    private final Decide decide;
    private final String number;
    private final ReportStore.@Nullable Reporter reporter;
    private final @Nullable String token;
    private final List<Report> joined;
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<CaseLife> parts = new ArrayList<>();
    private CaseFile file;

    CaseLife(
            Decide decide,
            CaseFile file,
            CaseEvent first,
            String number,
            ReportStore.@Nullable Reporter reporter,
            @Nullable String token) {
        this.decide = decide;
        this.file = file;
        this.number = number;
        this.reporter = reporter;
        this.token = token;
        this.joined = file.reports();
        events.add(first);
    }

    public CaseFile file() {
        return file;
    }

    /** The step of handling that has to be taken next, if one has. */
    public Optional<HandlingStep> nextStep() {
        return decide.track(file).next().map(StepTrack.Standing::step);
    }

    public String number() {
        return number;
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    ReportStore.@Nullable Reporter reporter() {
        return reporter;
    }

    /** The reporters' parts as they were when the case was opened. */
    List<Report> joined() {
        return joined;
    }

    @Nullable
    String token() {
        return token;
    }

    /**
     * Takes a step, after everything that the clocks had to say before it.
     *
     * @throws org.yiwang.platform.RefusedException when the case does not allow it
     */
    public void act(String action, ActionInput input, Actor actor, Instant when) {
        passTo(when);
        step(action, input, actor, when.truncatedTo(ChronoUnit.MICROS));
    }

    /** Ends this case by joining another, which takes over its reporters. */
    public void mergeInto(CaseLife other, @Nullable String note, Actor actor, Instant when) {
        other.passTo(when);
        CaseFile before = file;
        act("merge", new ActionInput.Builder().note(note).into(other.file).build(), actor, when);
        other.act("take-reports", ActionInput.taking(new StoredCase(before, number, "")), Actor.CLOCK, when);
    }

    /** The parts that the last step has split this case into hold it open until they are over. */
    void addPart(CaseLife part) {
        parts.add(part);
    }

    /** Lets time go by: clocks that fall due set off what they set off. */
    public void passTo(Instant when) {
        for (Optional<Wake> next = next(when); next.isPresent(); next = next(when)) {
            step(next.get().action, ActionInput.NONE, Actor.CLOCK, next.get().at);
        }
    }

    private void step(String action, ActionInput input, Actor actor, Instant when) {
        Instant now = when.isBefore(file.updatedAt()) ? file.updatedAt() : when;
        int open = (int) parts.stream().filter(part -> part.file.isOpen()).count();
        CaseEvent event = decide.act(file, action, input, actor, now, open).orThrow();
        file = CaseHistory.apply(file, event, decide.reckoning());
        events.add(event);
    }

    private record Wake(String action, Instant at) {}

    private Optional<Wake> next(Instant until) {
        Stream<Wake> fires = file.clocks().stream()
                .map(Clock::fireAt)
                .filter(at -> at != null)
                .map(at -> new Wake("fire", requireNonNull(at)));
        Suspension suspension = file.notes().suspension();
        Stream<Wake> resumes = suspension == null || suspension.until() == null || !file.isOpen()
                ? Stream.empty()
                : Stream.of(new Wake("resume", requireNonNull(suspension.until())));
        return Stream.concat(fires, resumes)
                .filter(wake -> !wake.at.isAfter(until))
                .min((a, b) -> a.at.compareTo(b.at));
    }
}
