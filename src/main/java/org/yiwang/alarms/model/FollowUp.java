package org.yiwang.alarms.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.Severity;

/**
 * What people are to do with the alarms of one rule.
 *
 * @param opens the case that they become; null where they become none
 * @param tells who is told, in the order of time; empty where the usual ladder of the severity counts
 * @param visit when they call for one; null where they never do
 */
public record FollowUp(
        @Nullable CaseRule opens,
        List<Rung> tells,
        @Nullable VisitRule visit) {
    /** For rules that no package states, such as that of floods. */
    public static final FollowUp NOTHING = new FollowUp(null, List.of(), null);

    public FollowUp {
        tells = List.copyOf(tells);
    }

    public List<Rung> ladder(Severity severity) {
        return tells.isEmpty() ? Rung.usual(severity) : tells;
    }
}
