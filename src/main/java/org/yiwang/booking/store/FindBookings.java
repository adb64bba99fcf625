package org.yiwang.booking.store;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingState;
import org.yiwang.booking.model.Offering;
import org.yiwang.organisation.Sight;
import org.yiwang.platform.Tenant;

/** Bookings as people look for them: pages, counts, what waits, what is late. */
@Component
public class FindBookings {
    private static final String SEEN =
            " and (:everything or p.committee = any(:committees) or p.area = any(:areas) or b.unit = :unit)";

    /**
     * What is looked for; absent parts do not narrow.
     *
     * @param overdue those that wait although their window was over then
     */
    public record Filter(
            Offering.@Nullable Key offering,
            @Nullable LocalDate day,
            List<BookingState> states,
            @Nullable Instant overdue) {}

    /** Where a page ended. */
    public record Cursor(LocalDate day, LocalTime begins, UUID id) {}

    private final JdbcClient db;
    private final BookingRows rows;

    FindBookings(JdbcClient db, BookingRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Of those that the person may see, by day. */
    public List<Booking> page(Tenant tenant, Sight sight, Filter filter, @Nullable Cursor after, int limit) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(sight.parameters());
        values.put("tenant", tenant.code());
        values.put("limit", limit);
        narrow(filter, parts, values);
        if (after != null) {
            parts.add(" and (b.day, b.begins, b.id) > (:after, :begins, :id)");
            values.put("begins", Time.valueOf(after.begins()));
            values.put("after", Date.valueOf(after.day()));
            values.put("id", after.id());
        }
        return db.sql(BookingRows.SELECT + " where b.tenant = :tenant" + SEEN + String.join("", parts)
                        + " order by b.day, b.begins, b.id limit :limit")
                .params(values)
                .query((row, n) -> rows.booking(row))
                .list();
    }

    /** How many of those that the person may see. */
    public int count(Tenant tenant, Sight sight, Filter filter) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(sight.parameters());
        values.put("tenant", tenant.code());
        narrow(filter, parts, values);
        return db.sql("""
                      select count(*) from booking.booking b join booking.pickup p on p.tenant = b.tenant and p.booking = b.id
                      where b.tenant = :tenant
                      """ + SEEN + String.join("", parts))
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static void narrow(Filter filter, List<String> parts, Map<String, Object> values) {
        if (filter.offering() != null) {
            parts.add(" and b.package = :package and b.offering = :offering");
            values.put("package", filter.offering().pack());
            values.put("offering", filter.offering().name());
        }
        if (filter.day() != null) {
            parts.add(" and b.day = :day");
            values.put("day", Date.valueOf(filter.day()));
        }
        if (!filter.states().isEmpty()) {
            parts.add(" and b.state = any(:states)");
            values.put("states", filter.states().stream().map(BookingState::id).toArray(String[]::new));
        }
        if (filter.overdue() != null) {
            parts.add(" and b.state in ('booked', 'planned') and b.until < :overdue");
            values.put("overdue", Timestamp.from(filter.overdue()));
        }
    }

    /** Bookings that wait for a trip of a day: its own and, first, those that have waited since before; at most so many. */
    public List<Booking> waiting(Tenant tenant, Offering.Key offering, LocalDate day, int limit) {
        return db.sql(BookingRows.SELECT + """
                      where b.tenant = :tenant and b.package = :package and b.offering = :offering and b.state = 'booked' and b.day <= :day
                      order by b.day, b.begins, b.id limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("package", offering.pack())
                .param("offering", offering.name())
                .param("day", Date.valueOf(day))
                .param("limit", limit)
                .query((row, n) -> rows.booking(row))
                .list();
    }

    /** How many are not over. */
    public int open(Tenant tenant, Offering.Key offering) {
        return db.sql("""
                      select count(*) from booking.booking
                      where tenant = :tenant and package = :package and offering = :offering and state in ('booked', 'planned')
                      """)
                .param("tenant", tenant.code())
                .param("package", offering.pack())
                .param("offering", offering.name())
                .query(Integer.class)
                .single();
    }

    /** Whose window has ended between two moments and who still wait. */
    public List<Booking> becameOverdue(Tenant tenant, Instant since, Instant now, int limit) {
        return db.sql(BookingRows.SELECT + """
                      where b.tenant = :tenant and b.state in ('booked', 'planned') and b.until >= :since and b.until < :now
                      order by b.until, b.id limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> rows.booking(row))
                .list();
    }
}
