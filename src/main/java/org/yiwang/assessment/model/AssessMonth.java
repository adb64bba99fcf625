package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Assessment.Counted;
import org.yiwang.assessment.model.Occasion.Ran;
import org.yiwang.assessment.model.Occasion.Visit;

/** From what happened in a month to the lines of its score. Pure: the same formula, occasions and decisions give the same lines. */
public record AssessMonth(Assessment formula, Decided decided, Instant now) {
    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::measure).thenComparing(Line::caseId).thenComparingInt(Line::ref);

    /**
     * What was granted before the month was computed.
     *
     * @param leftOut orders that do not count (剔除)
     * @param corrected lines that count in full, with the reason (申诉)
     */
    public record Decided(Set<UUID> leftOut, Map<Line.Key, String> corrected) {
        public static final Decided NOTHING = new Decided(Set.of(), Map.of());
    }

    /** In an order of their own, whatever the order of the occasions. */
    public List<Line> lines(Collection<Occasion> occasions) {
        List<Line> lines = new ArrayList<>();
        for (Occasion occasion : occasions) {
            if (!formula.takes(occasion.matter())
                    || decided.leftOut().contains(occasion.matter().id())) continue;
            Facts facts = Facts.of(occasion, now);
            for (Counted counted : formula.counted())
                if (counted.of().equals(occasion.kind()) && counts(counted, facts))
                    add(lines, counted, occasion, facts);
        }
        lines.sort(ORDER);
        return lines;
    }

    private static boolean counts(Counted counted, Facts facts) {
        return counted.when() == null || counted.when().holds(facts.values());
    }

    /** A deduction that an appeal has lifted is no line any more; a reward cannot be appealed against. */
    private void add(List<Line> lines, Counted counted, Occasion occasion, Facts facts) {
        BigDecimal earned =
                counted.earns() == null ? BigDecimal.ONE : counted.earns().of(facts);
        Line line = line(counted.id(), occasion, earned);
        String why = decided.corrected().get(line.key());
        if (why == null) lines.add(line);
        else if (counted.earns() != null) lines.add(line.inFull(why));
    }

    private static Line line(String measure, Occasion occasion, BigDecimal earned) {
        @Nullable Ran clock = occasion.clock();
        @Nullable Visit visit = occasion.visit();
        return new Line(
                measure,
                occasion.kind(),
                occasion.matter().id(),
                occasion.ref(),
                occasion.matter().number(),
                occasion.matter().title(),
                occasion.at(),
                occasion.lead(),
                occasion.matter().committee(),
                earned,
                clock == null ? null : clock.stoppedAt(),
                visit == null ? null : visit.reached(),
                visit == null ? null : visit.solved(),
                visit == null ? null : visit.stars(),
                occasion.reason(),
                null);
    }
}
