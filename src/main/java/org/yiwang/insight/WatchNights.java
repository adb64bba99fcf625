package org.yiwang.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Has each day analysed and the week after it forecast in the night, tasks evaluated when their day has come, and people reminded of those that are due. */
@Service
class WatchNights {
    private static final long EVERY_MILLIS = 60_000;
    /** What came in before midnight has been written by then. */
    private static final LocalTime FROM = LocalTime.of(1, 30);

    private final AnalyseNight analyse;
    private final ForecastLoad forecast;
    private final EvaluateTasks evaluate;
    private final RemindTasks remind;
    private final Progress progress;
    private final Clock clock;
    private final Tenant tenant;

    WatchNights(
            AnalyseNight analyse,
            ForecastLoad forecast,
            EvaluateTasks evaluate,
            RemindTasks remind,
            Progress progress,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.analyse = analyse;
        this.forecast = forecast;
        this.evaluate = evaluate;
        this.remind = remind;
        this.progress = progress;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(initialDelay = EVERY_MILLIS, fixedDelay = EVERY_MILLIS)
    void run() {
        // Half a year's cases would be taken for the whole.
        if (progress.state().map(Progress.State::running).orElse(false)) return;
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(WorkCalendar.ZONE);
        LocalDate day = local.toLocalDate().minusDays(local.toLocalTime().isBefore(FROM) ? 2 : 1);
        if (analyse.night(tenant, day, now)) forecast.make(tenant, day);
        evaluate.due(tenant, local.toLocalDate(), now);
        remind.due(tenant, now);
    }
}
