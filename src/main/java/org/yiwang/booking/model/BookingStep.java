package org.yiwang.booking.model;

import static org.yiwang.booking.model.BookingState.BOOKED;
import static org.yiwang.booking.model.BookingState.CANCELLED;
import static org.yiwang.booking.model.BookingState.NO_SHOW;
import static org.yiwang.booking.model.BookingState.PLANNED;
import static org.yiwang.booking.model.BookingState.SERVED;
import static org.yiwang.booking.model.BookingState.TURNED_AWAY;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be done with a booking: from which states, to which, by whom. The whole life of a booking is this table. */
public enum BookingStep {
    /** 预约 */
    BOOK(Set.of(), BOOKED, Set.of(Part.BOOKER, Part.DESK)),
    /** 改期 */
    CHANGE(Set.of(BOOKED), null, Set.of(Part.BOOKER, Part.DESK)),
    /** 取消 */
    CANCEL(Set.of(BOOKED, PLANNED), CANCELLED, Set.of(Part.BOOKER, Part.DESK)),
    /** 排入车次 */
    PLAN(Set.of(BOOKED), PLANNED, Set.of(Part.DISPATCHER)),
    /** 移出车次 */
    RELEASE(Set.of(PLANNED), BOOKED, Set.of(Part.DISPATCHER)),
    /** 收运 */
    SERVE(Set.of(PLANNED), SERVED, Set.of(Part.CREW)),
    /** 无人在场 */
    MISS(Set.of(PLANNED), NO_SHOW, Set.of(Part.CREW)),
    /** 不收 */
    TURN_AWAY(Set.of(PLANNED), TURNED_AWAY, Set.of(Part.CREW)),
    /** 反映未收: whoever booked says that it was not done */
    DISPUTE(Set.of(SERVED, NO_SHOW, TURNED_AWAY), null, Set.of(Part.BOOKER));

    /** What somebody is to a booking. */
    public enum Part {
        /** Whoever holds its private link. */
        BOOKER,
        /** Staff who book on somebody's behalf. */
        DESK,
        /** Whoever makes the trips of the unit that serves it. */
        DISPATCHER,
        /** Whoever drives the trip that it is on. */
        CREW
    }

    private final Set<BookingState> from;
    private final @Nullable BookingState to;
    private final Set<Part> parts;

    BookingStep(Set<BookingState> from, @Nullable BookingState to, Set<Part> parts) {
        this.from = from;
        this.to = to;
        this.parts = parts;
    }

    public boolean startsIn(BookingState state) {
        return from.contains(state);
    }

    BookingState after(BookingState state) {
        return to == null ? state : to;
    }

    boolean isOpenTo(Part part) {
        return parts.contains(part);
    }

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static BookingStep of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
