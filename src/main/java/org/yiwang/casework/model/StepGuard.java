package org.yiwang.casework.model;

import static org.yiwang.platform.Refusal.conflict;
import static org.yiwang.platform.Refusal.invalid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.Words;

/** Whether a step of handling can be taken now, and whether one is still to come. Arguments of the refusals are names in Chinese, then in English. */
final class StepGuard {
    private StepGuard() {}

    static Optional<Refusal> refusal(Call call) {
        StepTrack track = call.track();
        String wanted = String.valueOf(call.input().step());
        return track.steps().stream()
                .filter(one -> one.step().id().equals(wanted))
                .findFirst()
                .map(one -> refusal(call, track, one))
                .orElseGet(() -> Optional.of(invalid("step", "case.unknown-step", wanted, known(track))));
    }

    private static Optional<Refusal> refusal(Call call, StepTrack track, StepTrack.Standing one) {
        Words name = one.step().name();
        return switch (one.state()) {
            case TAKEN -> Optional.of(conflict("case.step-taken", name.zh(), name.en()));
            case NOT_NEEDED -> Optional.of(conflict("case.step-not-needed", name.zh(), name.en()));
            case LATER -> {
                Words first = track.next().orElseThrow().step().name();
                yield Optional.of(conflict("case.step-too-early", name.zh(), name.en(), first.zh(), first.en()));
            }
            case NEXT -> handedIn(call, one.step());
        };
    }

    private static Optional<Refusal> handedIn(Call call, HandlingStep step) {
        Optional<Refusal> answers = ReadAnswers.fault(step.form(), call.input().answers(), true);
        if (answers.isPresent() || call.input().evidence().size() >= step.photos()) return answers;
        Words name = step.name();
        return Optional.of(invalid("photos", "case.step-photos-missing", name.zh(), name.en(), step.photos()));
    }

    /** Every step that must still be taken is named. */
    static Optional<Refusal> missing(Call call) {
        List<HandlingStep> missing = call.track().missing();
        if (missing.isEmpty()) return Optional.empty();
        return Optional.of(conflict(
                "case.steps-missing",
                missing.stream().map(step -> step.name().zh()).collect(Collectors.joining("、")),
                missing.stream().map(step -> step.name().en()).collect(Collectors.joining(", "))));
    }

    private static String known(StepTrack track) {
        return track.steps().isEmpty()
                ? "–"
                : track.steps().stream().map(one -> one.step().id()).collect(Collectors.joining(", "));
    }
}
