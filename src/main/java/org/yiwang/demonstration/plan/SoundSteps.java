package org.yiwang.demonstration.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.yiwang.scenario.form.Field;
import org.yiwang.worktime.WorkCalendar;

/** What is written down at a step of handling of which the texts say nothing. */
final class SoundSteps {
    private static final int DAYS = 10;

    private SoundSteps() {}

    /** An answer that any such question takes. */
    static String answer(Field field, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        return switch (field.kind()) {
            case CHOICE, CHOICES -> field.choices().getFirst().value();
            case NUMBER, INTEGER -> within(field).toPlainString();
            case YES_NO -> "true";
            case DATE -> day.plusDays(DAYS).toString();
            case MOMENT -> at.toString();
            case LINE, TEXT -> "按要求落实";
            case PHOTOS, PLACE, RECORD -> throw new IllegalStateException("Nobody can make up " + field.name());
        };
    }

    private static BigDecimal within(Field field) {
        BigDecimal least = field.bounds().min();
        return least == null ? BigDecimal.ONE : least.max(BigDecimal.ONE);
    }
}
