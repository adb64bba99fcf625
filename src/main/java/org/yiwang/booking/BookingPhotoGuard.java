package org.yiwang.booking;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.AttachmentGuard;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;

/** Whoever may see a booking may see its photos and those of its stop. */
@Component
class BookingPhotoGuard implements AttachmentGuard {
    static final String KIND = "booking";

    private final BookingStore store;

    BookingPhotoGuard(BookingStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean visible(Staff staff, UUID matter) {
        return Access.may(staff, BookingSight.READ)
                && store.find(staff.tenant(), matter)
                        .map(booking -> BookingSight.covers(staff, booking))
                        .orElse(false);
    }
}
