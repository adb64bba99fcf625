package org.yiwang.booking.store;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** Numbers by which people call bookings and trips: a letter, the day, and a count without gaps. */
@Component
public class Numbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient db;

    Numbers(JdbcClient db) {
        this.db = db;
    }

    /** Such as {@code Y20211231-007}: the seventh booking made that day. */
    public String booking(Tenant tenant, LocalDate day) {
        return "Y%s-%03d".formatted(DAY.format(day), next(tenant, "booking", day));
    }

    /** Such as {@code T20211231-02}: the second trip of that day. */
    public String trip(Tenant tenant, LocalDate day) {
        return "T%s-%02d".formatted(DAY.format(day), next(tenant, "trip", day));
    }

    /** Locks the count until the transaction ends, so that a number that was not used is given again. */
    private int next(Tenant tenant, String kind, LocalDate day) {
        return db.sql("""
                      insert into booking.number (tenant, kind, day, last) values (:tenant, :kind, :day, 1)
                      on conflict (tenant, kind, day) do update set last = booking.number.last + 1
                      returning last
                      """)
                .param("tenant", tenant.code())
                .param("kind", kind)
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
    }
}
