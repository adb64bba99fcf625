package org.yiwang.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.model.Window;
import org.yiwang.booking.store.SlotStore;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** What of an offering can be booked today, and how much of it is left. */
@Service
public class FindSlots {
    /** @param free places that nobody has taken */
    public record Free(Slot slot, int capacity, int free) {}

    private final SlotStore store;
    private final Holidays holidays;

    FindSlots(SlotStore store, Holidays holidays) {
        this.store = store;
        this.holidays = holidays;
    }

    public List<Free> of(Tenant tenant, Offering offering, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        LocalDate first = today.plusDays(offering.slots().earliestDays());
        LocalDate last = today.plusDays(offering.slots().latestDays());
        Map<Slot, Integer> taken = store.taken(tenant, offering.key(), first, last);
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> slots(offering, day))
                .filter(slot -> slot.from().isAfter(now))
                .map(slot -> free(offering, slot, taken.getOrDefault(slot, 0)))
                .toList();
    }

    private Stream<Slot> slots(Offering offering, LocalDate day) {
        return offering.slots().on(day, holidays.has(day)).stream();
    }

    private static Free free(Offering offering, Slot slot, int taken) {
        int capacity = offering.slots().window(slot).map(Window::capacity).orElse(0);
        return new Free(slot, capacity, Math.max(0, capacity - taken));
    }
}
