package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which findings of a night are those of the nights before, and which are new. */
public final class ContinueFindings {
    /** A finding that was not seen for so long has ended; the next one like it is new. */
    public static final int APART_DAYS = 28;

    /** A finding that was put aside stays away for so long, even where it was not seen in between. */
    public static final int DISMISSED_DAYS = 120;

    /** So many times the cases it had when it was put aside bring it back. */
    public static final double GROWN = 1.5;

    private static final double OVERLAP = 0.4;

    private ContinueFindings() {}

    /**
     * @param continues the finding that this is again; null where it is new
     * @param returns whether it was put aside and has grown since
     */
    public record Outcome(Found found, @Nullable UUID continues, boolean returns) {}

    /** Each known finding is continued at most once, the strongest first. */
    public static List<Outcome> of(LocalDate day, List<Found> found, List<Known> known) {
        Set<UUID> taken = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Found one :
                found.stream().sorted(Comparator.comparingDouble(Found::p)).toList()) {
            Optional<Known> same = known.stream()
                    .filter(other -> !taken.contains(other.id()) && isSame(day, one, other))
                    .max(Comparator.comparingDouble((Known other) -> overlap(one.cells(), other.cells()))
                            .thenComparing(Known::lastSeen));
            same.ifPresent(other -> taken.add(other.id()));
            outcomes.add(new Outcome(
                    one,
                    same.map(Known::id).orElse(null),
                    same.map(Known::dismissedAt)
                            .map(then -> one.observed() >= GROWN * then)
                            .orElse(false)));
        }
        return outcomes;
    }

    private static boolean isSame(LocalDate day, Found found, Known known) {
        int apart = known.dismissedAt() == null ? APART_DAYS : DISMISSED_DAYS;
        if (found.kind() != known.kind() || !found.category().equals(known.category())) return false;
        if (known.lastSeen().plusDays(apart).isBefore(day)) return false;
        return found.key().isEmpty()
                ? overlap(found.cells(), known.cells()) >= OVERLAP
                : found.key().equals(known.key());
    }

    /** Shared cells against those of the smaller. */
    private static double overlap(List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) return 0;
        Set<String> both = new HashSet<>(some);
        both.retainAll(new HashSet<>(others));
        return (double) both.size() / Math.min(some.size(), others.size());
    }
}
