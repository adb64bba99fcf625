package org.yiwang.insight.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The forecast that was made last. */
@Component
public class ForecastStore {
    private final JdbcClient db;

    ForecastStore(JdbcClient db) {
        this.db = db;
    }

    /** Its lines as JSON; empty where there is none after that very day. */
    public Optional<String> after(Tenant tenant, LocalDate day) {
        return db.sql("select lines::text from insight.forecast where tenant = :tenant and day = :day")
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .query(String.class)
                .optional();
    }

    /** In place of an earlier one. */
    public void keep(Tenant tenant, LocalDate day, String lines, Instant now) {
        db.sql("""
                insert into insight.forecast (tenant, day, made_at, lines) values (:tenant, :day, :now, :lines::jsonb)
                on conflict (tenant) do update set day = excluded.day, made_at = excluded.made_at, lines = excluded.lines
                    where forecast.day <= excluded.day
                """)
                .param("tenant", tenant.code())
                .param("day", Date.valueOf(day))
                .param("now", Timestamp.from(now))
                .param("lines", lines)
                .update();
    }
}
