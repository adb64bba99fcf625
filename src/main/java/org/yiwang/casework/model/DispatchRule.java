package org.yiwang.casework.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.worktime.Limit;

/**
 * One line of a dispatch table (派遣规则).
 *
 * @param when it counts; for every case where null
 */
public record DispatchRule(
        @Nullable Rule when,
        Ruling.Source source,
        Category.@Nullable Lead lead,
        List<UnitId> assist,
        Map<ClockName, Limit> limits,
        @Nullable Urgency urgency,
        Ruling.@Nullable Note note) {

    boolean fits(Map<String, Object> facts) {
        return when == null || when.holds(facts);
    }

    Ruling at(Place place) {
        return new Ruling(source, lead == null ? null : lead.of(place), assist, limits, urgency, note);
    }
}
