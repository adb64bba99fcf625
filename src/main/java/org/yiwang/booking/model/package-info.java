/** Slots, bookings and collection trips decided purely: rule, state and time in, event or refusal out. */
@NullMarked
package org.yiwang.booking.model;

import org.jspecify.annotations.NullMarked;
