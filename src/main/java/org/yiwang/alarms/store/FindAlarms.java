package org.yiwang.alarms.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Alarms as a person may see them: those of the own areas and committees. */
@Component
public class FindAlarms {
    private static final String SIGHT = "(:everything or a.area = any(:areas) or a.committee = any(:committees))";

    private final JdbcClient db;

    public FindAlarms(JdbcClient db) {
        this.db = db;
    }

    /** Which alarms are asked for. */
    public enum State {
        /** Not over. */
        OPEN,
        /** Not over, and nobody has said that they have seen it. */
        UNSEEN,
        ALL
    }

    /**
     * @param severity the worst that it was
     * @param verdict whether it was right, by the word of a person; null where nobody has said
     */
    public record Alarm(
            String id,
            String device,
            String kind,
            String label,
            String family,
            String rule,
            String part,
            String severity,
            String worst,
            Instant raisedAt,
            @Nullable Instant clearedAt,
            String cause,
            String values,
            String asked,
            String withheld,
            long episode,
            @Nullable String cell,
            @Nullable String committee,
            @Nullable String area,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String verdict) {}

    /** Where a page ends. */
    public record Cursor(Instant raisedAt, String id) {}

    /** Numbers of the whole list. */
    public record Counts(long open, long unseen, long critical) {}

    public record Step(String what, String severity, Instant at, String cause) {}

    public record Remark(Instant at, String by, String act, String words, List<UUID> photos) {}

    /**
     * The latest first.
     *
     * @param ofCase only those of this case
     */
    public List<Alarm> page(
            Staff staff,
            State state,
            @Nullable String device,
            @Nullable UUID ofCase,
            @Nullable Cursor after,
            int limit) {
        String narrowed =
                switch (state) {
                    case OPEN -> " and a.cleared_at is null";
                    case UNSEEN -> " and a.cleared_at is null and a.acknowledged_at is null";
                    case ALL -> "";
                };
        return db.sql("select a.* from alarms.alarm a where a.tenant = :tenant and " + SIGHT + narrowed + """
                          and (:device::text is null or a.device = :device)
                          and (:case::uuid is null
                               or a.id in (select l.alarm from alarms.case_alarm l where l.tenant = a.tenant and l.case_id = :case))
                          and (:at::timestamptz is null or (a.raised_at, a.id) < (:at, :id))
                        order by a.raised_at desc, a.id desc limit :limit
                        """)
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("device", device)
                .param("case", ofCase)
                .param("at", after == null ? null : Timestamp.from(after.raisedAt()))
                .param("id", after == null ? "" : after.id())
                .param("limit", limit)
                .query(FindAlarms::alarm)
                .list();
    }

    /** Those that go on and that nobody has called false: the worst first, of these the latest. */
    public List<Alarm> board(Staff staff, int limit) {
        return db.sql("select a.* from alarms.alarm a where a.tenant = :tenant and " + SIGHT + """
                           and a.cleared_at is null and a.verdict is distinct from 'false'
                         order by array_position(array['CRITICAL', 'MAJOR', 'MINOR', 'NOTICE'], a.severity), a.raised_at desc, a.id desc limit :limit
                         """)
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("limit", limit)
                .query(FindAlarms::alarm)
                .list();
    }

    public Counts counts(Staff staff) {
        return db.sql("""
                select count(*), count(*) filter (where a.acknowledged_at is null), count(*) filter (where a.severity = 'CRITICAL')
                from alarms.alarm a where a.tenant = :tenant and a.cleared_at is null and
                """ + SIGHT)
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    public Optional<Alarm> find(Staff staff, String id) {
        return db.sql("select a.* from alarms.alarm a where a.tenant = :tenant and a.id = :id and " + SIGHT)
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("id", id)
                .query(FindAlarms::alarm)
                .optional();
    }

    /** Whoever it concerns: for the product itself. */
    public Optional<Alarm> find(Tenant tenant, String id) {
        return db.sql("select a.* from alarms.alarm a where a.tenant = ? and a.id = ?")
                .params(tenant.code(), id)
                .query(FindAlarms::alarm)
                .optional();
    }

    public List<Step> steps(Staff staff, String alarm) {
        return db.sql(
                        "select what, severity, at, cause from alarms.step where tenant = ? and alarm = ? order by number limit 200")
                .params(staff.tenant().code(), alarm)
                .query((row, number) -> new Step(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4)))
                .list();
    }

    public List<Remark> remarks(Staff staff, String alarm) {
        return db.sql(
                        "select at, by, act, words, photos from alarms.remark where tenant = ? and alarm = ? order by at, id limit 200")
                .params(staff.tenant().code(), alarm)
                .query((row, number) -> new Remark(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        List.of((UUID[]) row.getArray(5).getArray())))
                .list();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        return new Alarm(
                row.getString("id"),
                row.getString("device"),
                row.getString("kind"),
                row.getString("label"),
                row.getString("family"),
                row.getString("rule"),
                row.getString("part"),
                row.getString("severity"),
                row.getString("worst"),
                row.getTimestamp("raised_at").toInstant(),
                instant(row.getTimestamp("cleared_at")),
                row.getString("cause"),
                row.getString("values"),
                row.getString("asked"),
                row.getString("withheld"),
                row.getLong("episode"),
                row.getString("cell"),
                row.getString("committee"),
                row.getString("area"),
                instant(row.getTimestamp("acknowledged_at")),
                row.getString("acknowledged_by"),
                row.getString("verdict"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
