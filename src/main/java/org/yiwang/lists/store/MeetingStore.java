package org.yiwang.lists.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Trouble;
import org.yiwang.lists.model.Matter;
import org.yiwang.lists.model.Meeting;
import org.yiwang.platform.Tenant;

/** The rows of meetings and of what was on their agenda. */
@Component
public class MeetingStore {
    private final JdbcClient db;

    MeetingStore(JdbcClient db) {
        this.db = db;
    }

    /** The number that the next meeting of the year has; the table stays locked against other openings until the transaction ends. */
    public int nextNumber(Tenant tenant, int year) {
        db.sql("lock table lists.meeting in share row exclusive mode").update();
        return db.sql("select coalesce(max(number), 0) + 1 from lists.meeting where tenant = :tenant and year = :year")
                .param("tenant", tenant.code())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    public void add(Tenant tenant, Meeting meeting) {
        db.sql("""
               insert into lists.meeting (tenant, id, year, number, day, opened_at, chair, closed_at)
               values (:tenant, :id, :year, :number, :day, :at, :chair, null)
               """)
                .param("tenant", tenant.code())
                .param("id", meeting.id())
                .param("year", meeting.day().getYear())
                .param("number", meeting.number())
                .param("day", Date.valueOf(meeting.day()))
                .param("at", Timestamp.from(meeting.openedAt()))
                .param("chair", meeting.chair())
                .update();
    }

    public void close(Tenant tenant, UUID id, Instant at) {
        db.sql("update lists.meeting set closed_at = :at where tenant = :tenant and id = :id and closed_at is null")
                .param("tenant", tenant.code())
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    public Optional<Meeting> find(Tenant tenant, UUID id) {
        return db.sql("select * from lists.meeting where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> meeting(row))
                .optional();
    }

    public Optional<Meeting> lock(Tenant tenant, UUID id) {
        return db.sql("select * from lists.meeting where tenant = :tenant and id = :id for update")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> meeting(row))
                .optional();
    }

    /** The latest first, those before {@code before}. */
    public List<Meeting> before(Tenant tenant, LocalDate before, int limit) {
        return db.sql("""
                      select * from lists.meeting where tenant = :tenant and day < :before order by day desc limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("before", Date.valueOf(before))
                .param("limit", limit)
                .query((row, n) -> meeting(row))
                .list();
    }

    public void keep(Tenant tenant, UUID meeting, Matter matter) {
        Matter.Ruling ruling = matter.ruling();
        db.sql("""
               insert into lists.matter (tenant, meeting, seq, title, cases, why, carried, way, words, item, by, at)
               values (:tenant, :meeting, :seq, :title, :cases, :why, :carried, :way, :words, :item, :by, :at)
               on conflict (tenant, meeting, seq) do update set
                   way = excluded.way, words = excluded.words, item = excluded.item, by = excluded.by, at = excluded.at
               """)
                .param("tenant", tenant.code())
                .param("meeting", meeting)
                .param("seq", matter.seq())
                .param("title", matter.title())
                .param("cases", matter.cases().toArray(UUID[]::new))
                .param("why", matter.why().stream().map(Trouble::id).toArray(String[]::new))
                .param("carried", matter.carried())
                .param("way", ruling == null ? null : ruling.way().id())
                .param("words", ruling == null ? null : ruling.text())
                .param("item", ruling == null ? null : ruling.item())
                .param("by", ruling == null ? null : ruling.by())
                .param("at", ruling == null ? null : Timestamp.from(ruling.at()))
                .update();
    }

    public List<Matter> matters(Tenant tenant, UUID meeting) {
        return db.sql("select * from lists.matter where tenant = :tenant and meeting = :meeting order by seq")
                .param("tenant", tenant.code())
                .param("meeting", meeting)
                .query((row, n) -> matter(row))
                .list();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getDate("day").toLocalDate(),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("chair"),
                closed == null ? null : closed.toInstant());
    }

    private static Matter matter(ResultSet row) throws SQLException {
        String way = row.getString("way");
        return new Matter(
                row.getInt("seq"),
                row.getString("title"),
                List.of((UUID[]) row.getArray("cases").getArray()),
                Arrays.stream((String[]) row.getArray("why").getArray())
                        .map(Trouble::of)
                        .toList(),
                row.getInt("carried"),
                way == null
                        ? null
                        : new Matter.Ruling(
                                Matter.Way.of(way),
                                row.getString("words"),
                                row.getObject("item", UUID.class),
                                row.getString("by"),
                                row.getTimestamp("at").toInstant()));
    }
}
