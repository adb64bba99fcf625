package org.yiwang.booking.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;

/** Keeps one address from taking all places: so many bookings in ten minutes, no more. */
@Component
class BookingThrottle {
    static final int BOOKINGS_PER_WINDOW_MAX = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 50_000;

    private final Map<String, Deque<Instant>> recent = new ConcurrentHashMap<>();

    void check(String address, Instant now) {
        if (recent.size() > ADDRESSES_MAX) recent.clear();
        Deque<Instant> times = recent.computeIfAbsent(address, a -> new ArrayDeque<>());
        synchronized (times) {
            while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WINDOW))) times.pollFirst();
            if (times.size() >= BOOKINGS_PER_WINDOW_MAX)
                throw Refusal.refuse(Refusal.Kind.THROTTLED, "booking.throttled")
                        .exception();
            times.addLast(now);
        }
    }
}
