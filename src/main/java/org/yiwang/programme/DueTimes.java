package org.yiwang.programme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.programme.model.Stage;
import org.yiwang.worktime.Deadline;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;

/** When a programme should leave its stage, and why then. */
@Component
public class DueTimes {
    private final WorkCalendar calendar;

    DueTimes(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @Nullable
    Instant of(Stage stage, Instant since) {
        Deadline deadline = deadline(stage, since);
        return deadline == null ? null : deadline.dueAt();
    }

    /** Line by line; nothing where the stage has no limit. */
    public List<String> explain(Stage stage, Instant since, Locale locale) {
        Deadline deadline = deadline(stage, since);
        return deadline == null ? List.of() : calendar.explain(deadline, locale).lines();
    }

    private @Nullable Deadline deadline(Stage stage, Instant since) {
        Integer days = stage.days();
        return days == null ? null : calendar.dueWith(since, Limit.workingDays(days), List.of(), List.of());
    }
}
