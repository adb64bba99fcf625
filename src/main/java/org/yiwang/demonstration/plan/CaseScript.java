package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Stage;
import org.yiwang.organisation.Staff;

/**
 * The life of one case as it is to be played.
 *
 * @param number names the case within the plan
 * @param actor who registers it; null = a resident or the upper platform
 * @param before photos handed in with the report
 * @param into the case that it is merged into, of the same day
 * @param parts lives of the cases that it is split into, in their order
 * @param fate what was planned for it
 * @param answers to the questions of its category
 */
public record CaseScript(
        int number,
        Channel channel,
        String category,
        String title,
        String description,
        Place place,
        Instant at,
        @Nullable Staff actor,
        @Nullable Caller caller,
        List<Evidence> before,
        List<Step> steps,
        @Nullable Integer into,
        List<List<Step>> parts,
        Set<Outcome> fate,
        Map<String, List<String>> answers) {

    /** Who brought the matter; name and number are made up. */
    public record Caller(String name, String phone, String words) {}

    /**
     * One step.
     *
     * @param actor null = the person who reported
     */
    public record Step(Instant at, String action, @Nullable Staff actor, ActionInput input) {}

    /** Where the case stands at a moment, by its steps up to then. */
    public Stage stageAt(Instant when) {
        Stage stage = Stage.REPORTED;
        for (Step step : steps) {
            if (step.at().isAfter(when)) break;
            stage = after(step.action()).orElse(stage);
        }
        return stage;
    }

    public boolean isOpenAt(Instant when) {
        return switch (stageAt(when)) {
            case CLOSED, DECLINED, MERGED, WITHDRAWN -> false;
            case REPORTED, CHECKING, ACCEPTED, DISPATCHED, RETURN_ASKED, ARBITRATION, HANDLING, DONE, VERIFIED -> true;
        };
    }

    /** The same life, played no further than this moment. */
    CaseScript until(Instant end) {
        List<Step> played =
                steps.stream().filter(step -> !step.at().isAfter(end)).toList();
        List<List<Step>> lives = parts.stream()
                .map(life ->
                        life.stream().filter(step -> !step.at().isAfter(end)).toList())
                .toList();
        return with(played, lives, answers);
    }

    /** The same life, its report with answers. */
    CaseScript answering(Map<String, List<String>> given) {
        return with(steps, parts, given);
    }

    /** The same life, opened by somebody else. */
    CaseScript openedBy(Staff other) {
        return new CaseScript(
                number,
                channel,
                category,
                title,
                description,
                place,
                at,
                other,
                caller,
                before,
                steps,
                into,
                parts,
                fate,
                answers);
    }

    private CaseScript with(List<Step> played, List<List<Step>> lives, Map<String, List<String>> given) {
        return new CaseScript(
                number,
                channel,
                category,
                title,
                description,
                place,
                at,
                actor,
                caller,
                before,
                played,
                into,
                lives,
                fate,
                given);
    }

    /** When the action was last taken up to then. */
    Optional<Instant> last(String action, Instant when) {
        return steps.stream()
                .filter(step -> step.action().equals(action) && !step.at().isAfter(when))
                .map(Step::at)
                .reduce((earlier, later) -> later);
    }

    private static Optional<Stage> after(String action) {
        return Optional.ofNullable(
                switch (action) {
                    case "ask-check" -> Stage.CHECKING;
                    case "check" -> Stage.REPORTED;
                    case "accept", "grant-return", "reopen" -> Stage.ACCEPTED;
                    case "dispatch", "refuse-return", "arbitrate", "redispatch" -> Stage.DISPATCHED;
                    case "ask-return" -> Stage.RETURN_ASKED;
                    case "to-arbitration" -> Stage.ARBITRATION;
                    case "claim", "assign", "fail" -> Stage.HANDLING;
                    case "feedback", "self-handle" -> Stage.DONE;
                    case "pass" -> Stage.VERIFIED;
                    case "close" -> Stage.CLOSED;
                    case "decline" -> Stage.DECLINED;
                    case "merge" -> Stage.MERGED;
                    case "withdraw" -> Stage.WITHDRAWN;
                    default -> null;
                });
    }
}
