package org.yiwang.booking;

import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Slot;
import org.yiwang.booking.model.Window;
import org.yiwang.booking.store.SlotStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes and gives back places of slots, within the caller's transaction. */
@Component
class TakePlaces {
    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::day).thenComparing(Slot::begins).thenComparing(Slot::ends);

    private final SlotStore store;

    TakePlaces(SlotStore store) {
        this.store = store;
    }

    /** @throws org.yiwang.platform.RefusedException when none is left */
    void take(Tenant tenant, Offering offering, Slot slot) {
        int capacity = offering.slots().window(slot).map(Window::capacity).orElse(0);
        if (!store.take(tenant, offering.key(), slot, capacity))
            throw Refusal.conflict("booking.full", slot.day(), slot.begins(), slot.ends())
                    .exception();
    }

    void give(Tenant tenant, Booking booking) {
        store.give(tenant, booking.offering(), booking.slot());
    }

    /** Always the earlier slot first: two who change places with each other never wait for each other. */
    void change(Tenant tenant, Offering offering, Booking booking, Slot to) {
        if (ORDER.compare(to, booking.slot()) < 0) {
            take(tenant, offering, to);
            give(tenant, booking);
        } else {
            give(tenant, booking);
            take(tenant, offering, to);
        }
    }
}
