package org.yiwang.programme.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * One programme as the sum of its events.
 *
 * @param about the scenario package that it is about
 * @param unit to which it belongs
 * @param since when it came to its stage
 * @param edition the latest that was handed in; 0 before the first
 * @param papers all that were ever put in, oldest first
 * @param opinions all that were ever given, oldest first
 */
public record Programme(
        UUID id,
        String number,
        String title,
        @Nullable String about,
        UnitId unit,
        String stage,
        Instant since,
        int seq,
        int edition,
        List<Attached> papers,
        List<Opinion> opinions) {

    /** @param version of the papers of its kind, counted from 1 */
    public record Attached(String paper, int version, UUID attachment, String name, Instant at, String by, int seq) {}

    /** @param edition what was reviewed */
    public record Opinion(
            UnitId unit, String by, Verdict verdict, String text, String conditions, Instant at, int edition) {}

    /** As it is right after it was opened. */
    public static Programme opened(
            UUID id, String number, String title, @Nullable String about, UnitId unit, String stage, Instant at) {
        return new Programme(id, number, title, about, unit, stage, at, 0, 0, List.of(), List.of());
    }

    public Programme titled(String now, @Nullable String subject) {
        return new Programme(id, number, now, subject, unit, stage, since, seq, edition, papers, opinions);
    }

    /** @throws IllegalStateException where the event is not the next one */
    public Programme after(Event event) {
        if (event.seq() != seq + 1 || !event.stage().equals(stage))
            throw new IllegalStateException(
                    "Event %d of %s does not follow event %d".formatted(event.seq(), number, seq));
        return switch (event.deed()) {
            case Deed.Opened() -> with(stage, since, event, papers, opinions);
            case Deed.PaperAdded(String paper, int version, UUID attachment, String name) ->
                with(
                        stage,
                        since,
                        event,
                        plus(
                                papers,
                                new Attached(paper, version, attachment, name, event.at(), event.name(), event.seq())),
                        opinions);
            case Deed.OpinionGiven(Verdict verdict, String text, String conditions) ->
                with(
                        stage,
                        since,
                        event,
                        papers,
                        plus(
                                opinions,
                                new Opinion(
                                        event.unit(),
                                        event.name(),
                                        verdict,
                                        text,
                                        conditions,
                                        event.at(),
                                        event.edition())));
            case Deed.StepTaken taken -> with(taken.to(), event.at(), event, papers, opinions);
        };
    }

    private Programme with(String now, Instant from, Event event, List<Attached> paper, List<Opinion> opinion) {
        return new Programme(id, number, title, about, unit, now, from, event.seq(), event.edition(), paper, opinion);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    /** The papers that count: of each kind the latest. */
    public Map<String, Attached> current() {
        Map<String, Attached> current = new LinkedHashMap<>();
        papers.forEach(one -> current.put(one.paper(), one));
        return current;
    }

    /** What each unit said last about the edition under review. */
    public Map<UnitId, Opinion> standing() {
        Map<UnitId, Opinion> standing = new LinkedHashMap<>();
        opinions.stream().filter(one -> one.edition() == edition).forEach(one -> standing.put(one.unit(), one));
        return standing;
    }
}
