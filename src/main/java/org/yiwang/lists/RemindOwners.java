package org.yiwang.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Duty;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Reminds of items on the working day before their last, and tells when that has passed. Each person hears of each once, however many nodes run. */
@Component
class RemindOwners {
    private static final long EVERY_MILLIS = 10 * 60_000L;
    private static final long FIRST_MILLIS = 60_000L;
    private static final int ITEMS_MAX = 1_000;

    private final ItemStore store;
    private final TellOfItems tell;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final Tenant tenant;

    RemindOwners(
            ItemStore store,
            TellOfItems tell,
            WorkCalendar calendar,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.store = store;
        this.tell = tell;
        this.calendar = calendar;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    /** Only while the office works: nobody is reminded at night. */
    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
    void run() {
        Instant now = clock.instant();
        if (calendar.isWorking(now)) remind(now);
    }

    void remind(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Duty.ZONE);
        store.due(tenant, calendar.workingDayFrom(today.plusDays(1)), ITEMS_MAX)
                .forEach(item -> tell.due(tenant, item, today, now));
    }
}
