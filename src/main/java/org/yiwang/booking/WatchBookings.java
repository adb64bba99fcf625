package org.yiwang.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiwang.booking.store.FindBookings;
import org.yiwang.platform.Tenant;

/** Tells the unit of bookings whose window has ended without anybody coming. Each person hears of each once, however many nodes run. */
@Component
class WatchBookings {
    private static final long EVERY_MILLIS = 5 * 60_000L;
    private static final long FIRST_MILLIS = 70_000L;
    /** A server that stood still so long tells of what it missed. */
    private static final Duration BACK = Duration.ofDays(2);

    private static final int BOOKINGS_MAX = 500;

    private final FindBookings find;
    private final TellOfTrips tell;
    private final Clock clock;
    private final Tenant tenant;

    WatchBookings(FindBookings find, TellOfTrips tell, Clock clock, @Value("${yiwang.tenant}") int tenant) {
        this.find = find;
        this.tell = tell;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
    void run() {
        at(clock.instant());
    }

    void at(Instant now) {
        find.becameOverdue(tenant, now.minus(BACK), now, BOOKINGS_MAX)
                .forEach(booking -> tell.overdue(tenant, booking, now));
    }
}
