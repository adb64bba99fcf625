package org.yiwang.booking.store;

import static org.yiwang.booking.store.BookingStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.BookingStep;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Pickup;
import org.yiwang.booking.model.Slot;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.UnitId;

/** Rows of the two tables as bookings and steps. */
@Component
class BookingRows {
    static final String SELECT = """
            select b.*, p.lon, p.lat, p.address, p.cell, p.committee, p.area, p.goods, p.litres, p.kilograms, p.trip, p.turn, p.outcome, p.disputed_at,
                p.case_id
            from booking.booking b join booking.pickup p on p.tenant = b.tenant and p.booking = b.id
            """;

    private final BookingJson json;

    BookingRows(BookingJson json) {
        this.json = json;
    }

    Booking booking(ResultSet row) throws SQLException {
        String by = row.getString("by_unit");
        return new Booking(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Offering.Key(row.getString("package"), row.getString("offering")),
                row.getInt("version"),
                new UnitId(row.getString("unit")),
                slot(row),
                BookingState.of(row.getString("state")),
                row.getInt("revision"),
                by == null ? null : new UnitId(by),
                row.getString("note"),
                Arrays.asList((UUID[]) row.getArray("photos").getArray()),
                row.getTimestamp("booked_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "settled_at"),
                pickup(row));
    }

    private Pickup pickup(ResultSet row) throws SQLException {
        return new Pickup(
                new Place(
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getString("address"),
                        row.getString("cell"),
                        new UnitId(row.getString("committee")),
                        new UnitId(row.getString("area"))),
                json.amounts(row.getString("goods")),
                row.getInt("litres"),
                row.getInt("kilograms"),
                row.getObject("trip", UUID.class),
                row.getInt("turn"),
                json.outcome(row.getString("outcome")),
                instant(row, "disputed_at"),
                row.getObject("case_id", UUID.class));
    }

    BookingEvent event(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new BookingEvent(
                row.getInt("revision"),
                row.getTimestamp("at").toInstant(),
                BookingStep.of(row.getString("step")),
                row.getObject("by", UUID.class),
                row.getString("by_name"),
                unit == null ? null : new UnitId(unit),
                row.getString("note"),
                row.getDate("day") == null ? null : slot(row),
                row.getObject("trip", UUID.class),
                row.getInt("turn"),
                json.outcome(row.getString("outcome")),
                row.getObject("opened", UUID.class));
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getDate("day").toLocalDate(),
                row.getTime("begins").toLocalTime(),
                row.getTime("ends").toLocalTime());
    }
}
