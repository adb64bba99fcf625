package org.yiwang.alarms.model;

import java.time.Duration;
import java.util.List;

/**
 * When confirmed alarms of a rule call for a visit to the building or household that they come from.
 *
 * @param times how many
 * @param within how long
 * @param at fields that lead from the device's record to the building's or household's
 * @param unit that goes there, or {@link CaseRule#COMMITTEE}
 * @param days it has for it
 */
public record VisitRule(int times, Duration within, List<String> at, String unit, int days) {
    public VisitRule {
        at = List.copyOf(at);
    }
}
