package org.yiwang.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.StepTrack;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.form.FormField;
import org.yiwang.worktime.Limit;

/**
 * A step of handling in a case.
 *
 * @param form what is asked when it is taken
 * @param photos how many it needs at least
 * @param dueAt until when the next one is to be taken
 */
@SchemaName("HandlingStep")
record StepView(
        String id,
        String zh,
        String en,
        StepTrack.State state,
        List<FormField> form,
        int photos,
        @Nullable Limit within,
        @Nullable Instant dueAt,
        boolean late,
        @Nullable Taken taken) {

    /** How it was taken. */
    @SchemaName("HandlingStepTaken")
    record Taken(Instant at, String by, List<AnswerView> answers, List<UUID> photos, String note) {

        /** What was done before counts for whoever leads now; who did it is not theirs to know. */
        Taken outside() {
            return new Taken(
                    at,
                    "",
                    answers.stream().map(AnswerView::outside).toList(),
                    photos,
                    OutsideView.withoutNumbers(note));
        }
    }

    /** As an outside party sees it. */
    StepView outside() {
        return new StepView(
                id, zh, en, state, form, photos, within, dueAt, late, taken == null ? null : taken.outside());
    }
}
