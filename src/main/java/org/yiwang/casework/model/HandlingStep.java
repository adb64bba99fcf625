package org.yiwang.casework.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.worktime.Limit;

/**
 * A step of handling (处置步骤) as a package defines it.
 *
 * @param when it must be taken; always where null
 * @param photos how many it needs at least
 * @param within how long it may take, from the step before it or from the dispatch
 */
public record HandlingStep(
        String id,
        Words name,
        @Nullable Rule when,
        Form form,
        int photos,
        @Nullable Limit within) {

    boolean isNeeded(Map<String, Object> facts) {
        return when == null || when.holds(facts);
    }
}
