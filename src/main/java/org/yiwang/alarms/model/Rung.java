package org.yiwang.alarms.model;

import java.time.Duration;
import java.util.List;
import org.yiwang.alarms.engine.Severity;

/**
 * One rung of the ladder of those who are told of an alarm as long as nobody has acknowledged it.
 *
 * @param to {@link #COMMITTEE}, {@link #CENTRE}, {@link #SUPERVISOR}, {@link #LEADER}, a party of the package or one of its units
 * @param after since the alarm began or got as bad as it is; zero for at once
 */
public record Rung(List<String> to, Duration after) {
    /** Officers of the committee where the device stands. */
    public static final String COMMITTEE = "committee";
    /** Whoever has the shift in the centre. */
    public static final String CENTRE = "centre";

    public static final String SUPERVISOR = "supervisor";
    public static final String LEADER = "leader";
    /** The company that manages the building, where the package says how to find it. */
    public static final String PROPERTY = "property";

    public static final List<String> POSTS = List.of(COMMITTEE, CENTRE, SUPERVISOR, LEADER);

    public Rung {
        to = List.copyOf(to);
    }

    /** The ladder of rules that state none: the worse, the sooner and the further up. What is only a notice calls nobody. */
    public static List<Rung> usual(Severity severity) {
        return switch (severity) {
            case NOTICE -> List.of();
            case MINOR -> List.of(of(Duration.ofHours(4), COMMITTEE), of(Duration.ofDays(1), CENTRE));
            case MAJOR ->
                List.of(
                        of(Duration.ZERO, COMMITTEE),
                        of(Duration.ofMinutes(15), PROPERTY, CENTRE),
                        of(Duration.ofHours(1), SUPERVISOR));
            case CRITICAL ->
                List.of(
                        of(Duration.ZERO, COMMITTEE, PROPERTY, CENTRE),
                        of(Duration.ofMinutes(10), SUPERVISOR),
                        of(Duration.ofMinutes(30), LEADER));
        };
    }

    private static Rung of(Duration after, String... to) {
        return new Rung(List.of(to), after);
    }
}
