package org.yiwang.booking.store;

import org.jspecify.annotations.Nullable;

/** Who booked and can be called; blanks are none. */
public record Contact(@Nullable String name, @Nullable String phone) {
    public Contact {
        name = name == null || name.isBlank() ? null : name.strip();
        phone = phone == null || phone.isBlank() ? null : phone.strip();
    }
}
