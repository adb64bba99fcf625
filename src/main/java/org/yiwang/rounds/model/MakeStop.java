package org.yiwang.rounds.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a stop may be made now and by this person, and what of it is kept. */
public final class MakeStop {
    /** Beyond this a position says nothing of where somebody stood. */
    static final int INACCURACY_METRES_MAX = 200;

    private MakeStop() {}

    /**
     * What somebody hands in.
     *
     * @param at when it was seen, which may be earlier than now where there was no network
     * @param inside whether the position lies in the cell that is looked at
     * @param record what the register knows of it; an empty object in rounds over cells
     */
    public record Seen(
            Instant at,
            @Nullable Position position,
            boolean inside,
            List<UUID> photos,
            JsonNode answers,
            JsonNode record) {}

    /** @param accuracy radius in metres within which the device believes to be */
    public record Position(LonLat point, double accuracy) {}

    /** @param responsible whether the person is one of those who make this stop */
    public static Decision<Stop.Made> decide(
            Stop stop, Round round, Seen seen, Staff by, boolean responsible, Instant now) {
        return refusal(stop, round, seen, by, responsible, now)
                .<Decision<Stop.Made>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(made(stop, round, seen, by)));
    }

    private static Optional<Refusal> refusal(
            Stop stop, Round round, Seen seen, Staff by, boolean responsible, Instant now) {
        if (!responsible) return Optional.of(Refusal.forbidden("rounds.not-yours"));
        if (stop.again() != null && stop.again().by().equals(by.id()))
            return Optional.of(Refusal.forbidden("rounds.made-by-you"));
        if (stop.state() == Stop.State.MADE) return Optional.of(Refusal.conflict("rounds.made-already"));
        if (stop.state() == Stop.State.DROPPED) return Optional.of(Refusal.conflict("rounds.no-longer-wanted"));
        if (seen.at().isAfter(now)) return Optional.of(Refusal.invalid("at", "rounds.in-the-future"));
        if (seen.at().isAfter(stop.dueAt())) return Optional.of(Refusal.conflict("rounds.too-late"));
        if (seen.photos().size() < round.proof().photos())
            return Optional.of(Refusal.invalid(
                    "photos", "rounds.photos-missing", round.proof().photos()));
        return round.checklist().check(seen.answers()).stream().findFirst().map(FieldFault::refusal);
    }

    private static Stop.Made made(Stop stop, Round round, Seen seen, Staff by) {
        Integer metres = metres(stop, seen);
        return new Stop.Made(
                seen.at(),
                by.id(),
                by.name(),
                stood(seen.position()),
                metres,
                isProven(round, seen, metres),
                !Finding.of(round, seen.answers(), seen.record()).isEmpty(),
                answers(round, seen),
                seen.photos(),
                List.of());
    }

    private static Map<String, JsonNode> answers(Round round, Seen seen) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        seen.answers().forEachEntry(answers::put);
        ObjectNode known = round.known(seen.record());
        if (!known.isEmpty()) answers.put(Round.KNOWN, known);
        return answers;
    }

    private static Stop.@Nullable Stood stood(@Nullable Position position) {
        return position == null
                ? null
                : new Stop.Stood(position.point().lon(), position.point().lat(), position.accuracy());
    }

    private static @Nullable Integer metres(Stop stop, Seen seen) {
        LonLat place = stop.subject().point();
        if (seen.position() == null || place == null) return null;
        return seen.inside() ? 0 : (int) Math.round(seen.position().point().metresTo(place));
    }

    private static boolean isProven(Round round, Seen seen, @Nullable Integer metres) {
        if (seen.position() == null || metres == null) return false;
        double inaccuracy = seen.position().accuracy();
        return inaccuracy <= INACCURACY_METRES_MAX
                && metres - inaccuracy <= round.proof().metres();
    }
}
