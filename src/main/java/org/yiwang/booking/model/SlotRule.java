package org.yiwang.booking.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;

/**
 * Which slots an offering has. Nothing is stored for a slot before somebody takes a place of it.
 *
 * @param holidays whether it is served on public holidays too
 * @param earliestDays from how many days after today on
 * @param latestDays up to how many days after today
 * @param cancelHours how long before its beginning whoever booked may still change or cancel
 * @param each how many open bookings one telephone number may have
 */
public record SlotRule(
        Set<DayOfWeek> days,
        boolean holidays,
        List<Window> windows,
        int earliestDays,
        int latestDays,
        int cancelHours,
        int each) {

    /** The slots of a day, in order; none on days that are not served. */
    public List<Slot> on(LocalDate day, boolean isHoliday) {
        if (!isServed(day, isHoliday)) return List.of();
        return windows.stream()
                .map(window -> new Slot(day, window.from(), window.to()))
                .toList();
    }

    private boolean isServed(LocalDate day, boolean isHoliday) {
        return days.contains(day.getDayOfWeek()) && (holidays || !isHoliday);
    }

    /** The window that a slot is of; empty where the rule has none of these hours. */
    public Optional<Window> window(Slot slot) {
        return windows.stream()
                .filter(window ->
                        window.from().equals(slot.begins()) && window.to().equals(slot.ends()))
                .findFirst();
    }

    /** Why a slot cannot be booked today, whatever is free in it; null where it can. */
    public @Nullable Refusal refusal(Slot slot, LocalDate today, boolean isHoliday) {
        LocalDate first = today.plusDays(earliestDays);
        LocalDate last = today.plusDays(latestDays);
        if (slot.day().isBefore(first) || slot.day().isAfter(last))
            return Refusal.invalid("day", "booking.beyond", first, last);
        if (!isServed(slot.day(), isHoliday)) return Refusal.invalid("day", "booking.day-off", slot.day());
        return window(slot).isPresent() ? null : Refusal.invalid("begins", "booking.no-window");
    }

    /** Until when whoever booked the slot may change or cancel. */
    public Instant changeableUntil(Slot slot) {
        return slot.from().minus(Duration.ofHours(cancelHours));
    }
}
