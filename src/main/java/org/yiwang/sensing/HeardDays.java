package org.yiwang.sensing;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;

/** On which days devices were heard at all: what nobody was heard of is unknown, and no day without alarms. */
@Service
public class HeardDays {
    private final JdbcClient db;

    HeardDays(JdbcClient db) {
        this.db = db;
    }

    public record Heard(String device, LocalDate day) {}

    /** From the first to the last day, both included. */
    public List<Heard> of(Tenant tenant, Collection<String> devices, LocalDate from, LocalDate to) {
        return db.sql("""
                      select device, day from sensing.tally
                      where tenant = :tenant and device = any(:devices) and day between :from and :to and messages > 0
                      order by device, day
                      """)
                .param("tenant", tenant.code())
                .param("devices", devices.toArray(String[]::new))
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((row, n) ->
                        new Heard(row.getString("device"), row.getDate("day").toLocalDate()))
                .list();
    }
}
