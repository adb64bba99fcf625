package org.yiwang.casework.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a case's handling: which were taken, which must follow, and which of them is next. */
public record StepTrack(List<Standing> steps) {

    /** Whether a step was taken, is to be taken now, has to wait for those before it, or is not asked of this case. */
    public enum State {
        TAKEN,
        NEXT,
        LATER,
        NOT_NEEDED;

        @com.fasterxml.jackson.annotation.JsonValue
        public String id() {
            return Kebab.of(this);
        }
    }

    /**
     * A step in this case.
     *
     * @param taken how it was taken
     * @param dueAt until when the next one is to be taken, where it has a limit
     */
    public record Standing(
            HandlingStep step,
            State state,
            @Nullable StepTaken taken,
            @Nullable Instant dueAt) {}

    /** @param type the procedure that this case lives under */
    public static StepTrack of(Procedure type, CaseFile file, Reckoning reckoning) {
        Map<String, StepTaken> taken =
                file.notes().steps().stream().collect(Collectors.toMap(StepTaken::step, one -> one, (a, b) -> b));
        Map<String, Object> facts = type.steps().isEmpty() ? Map.of() : type.facts(file);
        List<Standing> steps = new ArrayList<>();
        boolean waiting = false;
        for (HandlingStep step : type.steps()) {
            StepTaken before = taken.get(step.id());
            if (before != null) steps.add(new Standing(step, State.TAKEN, before, null));
            else if (!step.isNeeded(facts)) steps.add(new Standing(step, State.NOT_NEEDED, null, null));
            else {
                steps.add(new Standing(
                        step, waiting ? State.LATER : State.NEXT, null, waiting ? null : due(step, file, reckoning)));
                waiting = true;
            }
        }
        return new StepTrack(List.copyOf(steps));
    }

    /** From the step before it, or from the dispatch; what the handling stood still does not count. */
    private static @Nullable Instant due(HandlingStep step, CaseFile file, Reckoning reckoning) {
        if (step.within() == null) return null;
        Optional<Clock> handle = file.clock(ClockName.HANDLE);
        Instant dispatched = handle.map(Clock::startedAt).orElse(file.reportedAt());
        Instant start = file.notes().steps().stream()
                .map(StepTaken::at)
                .filter(at -> at.isAfter(dispatched))
                .max(Instant::compareTo)
                .orElse(dispatched);
        List<org.yiwang.worktime.Pause> pauses = handle.map(Clock::closedPauses).orElse(List.of()).stream()
                .filter(pause -> !pause.from().isBefore(start))
                .toList();
        return reckoning.due(start, List.of(step.within()), pauses);
    }

    public Optional<Standing> next() {
        return steps.stream().filter(one -> one.state() == State.NEXT).findFirst();
    }

    /** Those that must be taken before the handling is done. */
    public List<HandlingStep> missing() {
        return steps.stream()
                .filter(one -> one.state() == State.NEXT || one.state() == State.LATER)
                .map(Standing::step)
                .toList();
    }
}
