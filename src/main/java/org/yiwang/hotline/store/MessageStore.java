package org.yiwang.hotline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.Message;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.personal.PersonalData;

/** The upper platform's messages, and how far they have been taken in. */
@Component
public class MessageStore {
    private static final int TROUBLES_MAX = 100;

    private final JdbcClient sql;
    private final PersonalData personal;

    MessageStore(JdbcClient sql, PersonalData personal) {
        this.sql = sql;
        this.personal = personal;
    }

    /** What became of a message. */
    public enum State {
        TAKEN,
        REPEATED,
        /** It came too late to have an effect, such as more time for what is closed. */
        VOID,
        FAULTY,
        SETTLED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the pulling goes.
     *
     * @param trouble why the last question had no answer; null when it had
     */
    public record Standing(
            long seq, @Nullable Instant askedAt, @Nullable String trouble) {}

    /** A message that a person has to look at. */
    public record Faulty(long seq, Instant at, String type, String no, String trouble) {}

    public Standing standing(Tenant tenant) {
        return sql.sql("select seq, asked_at, trouble from hotline.pull where tenant = :tenant")
                .param("tenant", tenant.code())
                .query((row, n) -> new Standing(
                        row.getLong("seq"),
                        row.getTimestamp("asked_at") == null
                                ? null
                                : row.getTimestamp("asked_at").toInstant(),
                        row.getString("trouble")))
                .optional()
                .orElse(new Standing(0, null, null));
    }

    /** @param trouble null when there was an answer */
    public void asked(Tenant tenant, Instant now, @Nullable String trouble) {
        sql.sql("""
                insert into hotline.pull (tenant, seq, asked_at, trouble) values (:tenant, 0, :now, :trouble)
                on conflict (tenant) do update set asked_at = excluded.asked_at, trouble = excluded.trouble
                """)
                .param("tenant", tenant.code())
                .param("now", Timestamp.from(now))
                .param("trouble", trouble)
                .update();
    }

    /** Whether this message is the next one and nobody else has it: of two who try, the second waits and is told no. */
    public boolean isNext(Tenant tenant, long seq) {
        return sql.sql("update hotline.pull set seq = :seq where tenant = :tenant and seq = :seq - 1")
                        .param("tenant", tenant.code())
                        .param("seq", seq)
                        .update()
                == 1;
    }

    /** @param raw as it came, kept sealed; null once nobody has to look at it */
    public void keep(
            Tenant tenant,
            Message message,
            String type,
            String no,
            State state,
            @Nullable String trouble,
            @Nullable String raw) {
        sql.sql("""
                insert into hotline.message (tenant, seq, at, type, order_no, state, trouble, sealed)
                values (:tenant, :seq, :at, :type, :no, :state, :trouble, :sealed)
                on conflict (tenant, seq) do update set state = excluded.state, trouble = excluded.trouble, sealed = excluded.sealed
                """)
                .param("tenant", tenant.code())
                .param("seq", message.seq())
                .param("at", Timestamp.from(message.at()))
                .param("type", type)
                .param("no", no)
                .param("state", state.id())
                .param("trouble", trouble)
                .param("sealed", personal.seal(raw, place(message.seq())))
                .update();
    }

    public List<Faulty> faulty(Tenant tenant) {
        return sql.sql("""
                select seq, at, type, order_no, trouble from hotline.message
                where tenant = :tenant and state = 'faulty' order by seq desc limit :limit
                """)
                .param("tenant", tenant.code())
                .param("limit", TROUBLES_MAX)
                .query((row, n) -> new Faulty(
                        row.getLong("seq"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("type"),
                        row.getString("order_no"),
                        String.valueOf(row.getString("trouble"))))
                .list();
    }

    /** What a faulty message was as it came; locked until the transaction ends. */
    public Optional<String> raw(Tenant tenant, long seq) {
        return sql.sql("""
                select sealed from hotline.message where tenant = :tenant and seq = :seq and state = 'faulty' and sealed is not null for update
                """)
                .param("tenant", tenant.code())
                .param("seq", seq)
                .query((row, n) -> String.valueOf(personal.open(row.getString(1), place(seq))))
                .optional();
    }

    public void settle(Tenant tenant, long seq, String trouble) {
        sql.sql("""
                update hotline.message set state = 'settled', trouble = :trouble, sealed = null
                where tenant = :tenant and seq = :seq and state = 'faulty'
                """)
                .param("tenant", tenant.code())
                .param("seq", seq)
                .param("trouble", trouble)
                .update();
    }

    private static String place(long seq) {
        return "hotline/message/" + seq;
    }
}
