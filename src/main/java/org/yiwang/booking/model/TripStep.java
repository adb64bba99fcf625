package org.yiwang.booking.model;

import static org.yiwang.booking.model.TripState.CLOSED;
import static org.yiwang.booking.model.TripState.DRAFT;
import static org.yiwang.booking.model.TripState.DROPPED;
import static org.yiwang.booking.model.TripState.GIVEN;
import static org.yiwang.booking.model.TripState.WEIGHED;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.booking.model.BookingStep.Part;

/** What may be done with a trip: from which states, to which, by whom. The whole life of a trip is this table; its stops are settled booking by booking. */
public enum TripStep {
    /** 排车 */
    MAKE(Set.of(), DRAFT, Set.of(Part.DISPATCHER)),
    /** 调整顺序 */
    ARRANGE(Set.of(DRAFT), null, Set.of(Part.DISPATCHER)),
    /** 派车 */
    GIVE(Set.of(DRAFT), GIVEN, Set.of(Part.DISPATCHER)),
    /** 撤销 */
    DROP(Set.of(DRAFT, GIVEN), DROPPED, Set.of(Part.DISPATCHER)),
    /** 过磅: once more where the first was mistyped */
    WEIGH(Set.of(GIVEN, WEIGHED), WEIGHED, Set.of(Part.CREW, Part.DISPATCHER)),
    /** 说明差额 */
    EXPLAIN(Set.of(WEIGHED), null, Set.of(Part.CREW, Part.DISPATCHER)),
    /** 关闭: never by the crew itself */
    CLOSE(Set.of(WEIGHED), CLOSED, Set.of(Part.DISPATCHER));

    private final Set<TripState> from;
    private final @Nullable TripState to;
    private final Set<Part> parts;

    TripStep(Set<TripState> from, @Nullable TripState to, Set<Part> parts) {
        this.from = from;
        this.to = to;
        this.parts = parts;
    }

    public boolean startsIn(TripState state) {
        return from.contains(state);
    }

    TripState after(TripState state) {
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
    public static TripStep of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
