package org.yiwang.lists.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.organisation.UnitId;

/** Gives each drawn case to a unit that looks at it again, never to the one that led it, and spreads the work evenly. */
public final class ShareChecks {
    private ShareChecks() {}

    /** @param checker the unit that looks at it again */
    public record Shared(Candidate drawn, UnitId checker) {}

    /** In the order drawn, each to the unit with the fewest so far; empty where nobody is left for one of them. */
    public static Optional<List<Shared>> among(Set<UnitId> checkers, List<Candidate> drawn) {
        Map<UnitId, Integer> given = new HashMap<>();
        List<Shared> shared = new ArrayList<>();
        for (Candidate one : drawn) {
            Optional<UnitId> checker = checkers.stream()
                    .filter(unit -> !unit.equals(one.unit()))
                    .min(Comparator.comparing((UnitId unit) -> given.getOrDefault(unit, 0))
                            .thenComparing(UnitId::value));
            if (checker.isEmpty()) return Optional.empty();
            given.merge(checker.get(), 1, Integer::sum);
            shared.add(new Shared(one, checker.get()));
        }
        return Optional.of(shared);
    }
}
