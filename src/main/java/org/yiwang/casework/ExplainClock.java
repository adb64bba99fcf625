package org.yiwang.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.worktime.Deadline;
import org.yiwang.worktime.Pause;
import org.yiwang.worktime.WorkCalendar;

/** Why a clock of a case falls due when it does. */
@Service
public class ExplainClock {
    /** The reckoning line by line, and what is left of it in words. */
    @SchemaName("ClockExplanation")
    public record Explained(ClockName clock, List<String> lines, Instant dueAt, String remaining) {}

    private final WorkCalendar calendar;

    ExplainClock(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    public Explained explain(CaseFile file, ClockName name, Instant now, Locale locale) {
        Clock clock = file.clock(name).orElseThrow(() -> Refusal.notFound("case.no-such-clock", name.id())
                .exception());
        Deadline deadline = calendar.dueWith(
                clock.startedAt(),
                clock.limit(),
                pauses(clock, now),
                clock.extensions().stream().map(Clock.Extension::limit).toList());
        String remaining =
                calendar.words(locale).remaining(clock.stoppedAt() == null ? now : clock.stoppedAt(), deadline);
        return new Explained(name, calendar.explain(deadline, locale).lines(), deadline.dueAt(), remaining);
    }

    /** A pause that is still open counts as if it ended now. */
    private static List<Pause> pauses(Clock clock, Instant now) {
        List<Pause> pauses = new ArrayList<>();
        for (Clock.Pause pause : clock.pauses())
            pauses.add(new Pause(pause.from(), pause.to() == null ? now : pause.to()));
        return pauses;
    }
}
