package org.yiwang.alarms.model;

import org.jspecify.annotations.Nullable;

/**
 * What people are to do with the alarms of one rule.
 *
 * @param opens the case that they become; null where they become none
 */
public record FollowUp(@Nullable CaseRule opens) {
    /** For rules that no package states, such as that of floods. */
    public static final FollowUp NOTHING = new FollowUp(null);
}
