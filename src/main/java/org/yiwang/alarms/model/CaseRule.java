package org.yiwang.alarms.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.Severity;

/**
 * Which case the alarms of a rule become: one for each place and matter while it is open, whatever the number of alarms.
 *
 * @param category of the case
 * @param title null where it is called as the rule is
 * @param lead a unit, or {@link #COMMITTEE}, to which it is given at once; null where people accept and dispatch it
 * @param at fields that lead from the device's record to the record of the place; empty where the device itself is the place
 * @param matter what unites alarms of one place; rules that name the same one share a case
 * @param from how bad an alarm has to be
 * @param reopenWithin so soon after its closing the case is opened again instead of another one being made
 */
public record CaseRule(
        String category,
        @Nullable String title,
        @Nullable String lead,
        List<String> at,
        String matter,
        Severity from,
        Duration reopenWithin) {
    /** The committee of the place. */
    public static final String COMMITTEE = "committee";

    public static final Duration REOPEN_WITHIN = Duration.ofHours(24);

    /** The matter of whatever is the device's own trouble and not the place's: silence, fault, low battery. */
    public static final String DEVICE_MATTER = "device";

    /** Where a package says nothing about it, a device's own trouble is a case of the standard catalogue once it is no trifle. */
    public static final CaseRule OF_DEVICE =
            new CaseRule("B0110", null, null, List.of(), DEVICE_MATTER, Severity.MAJOR, REOPEN_WITHIN);

    public CaseRule {
        at = List.copyOf(at);
    }
}
