package org.yiwang.notification;

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

/** The inbox's rows. */
@Component
class NoticeStore {
    /** A notice in somebody's inbox. */
    record Received(UUID id, Notice notice, boolean read) {}

    /** Where a page ends. */
    record Place(Instant at, UUID id) {}

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this person was told for the same reason before. */
    boolean add(Tenant tenant, UUID id, UUID recipient, Notice notice) {
        return jdbc.sql("""
                insert into notification.notice (tenant, id, recipient, at, kind, urgent, title_zh, title_en, text_zh, text_en, matter, number, once)
                values (:tenant, :id, :recipient, :at, :kind, :urgent, :titleZh, :titleEn, :textZh, :textEn, :matter, :number, :once)
                on conflict (tenant, recipient, once) where once is not null do nothing
                """)
                        .param("tenant", tenant.code())
                        .param("id", id)
                        .param("recipient", recipient)
                        .param("at", Timestamp.from(notice.at()))
                        .param("kind", notice.kind())
                        .param("urgent", notice.urgent())
                        .param("titleZh", notice.title().zh())
                        .param("titleEn", notice.title().en())
                        .param("textZh", notice.text().zh())
                        .param("textEn", notice.text().en())
                        .param("matter", notice.matter())
                        .param("number", notice.number())
                        .param("once", notice.once())
                        .update()
                == 1;
    }

    /** Newest first, from behind {@code after}. */
    List<Received> inbox(Staff staff, boolean unreadOnly, @Nullable Place after, int limit) {
        return jdbc.sql("""
                select * from notification.notice
                where tenant = :tenant and recipient = :staff and (read_at is null or not :unreadOnly)
                  and (:after::timestamptz is null or (at, id) < (:after::timestamptz, :afterId::uuid))
                order by at desc, id desc limit :limit
                """)
                .param("tenant", staff.tenant().code())
                .param("staff", staff.id())
                .param("unreadOnly", unreadOnly)
                .param("after", after == null ? null : Timestamp.from(after.at()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, n) -> received(row))
                .list();
    }

    int unread(Tenant tenant, UUID staff) {
        return jdbc.sql("""
                select count(*) from notification.notice where tenant = :tenant and recipient = :staff and read_at is null
                """)
                .param("tenant", tenant.code())
                .param("staff", staff)
                .query(Integer.class)
                .single();
    }

    /** Empty when this person has no such notice; whether it was unread until now otherwise. */
    Optional<Boolean> read(Staff staff, UUID id, Instant now) {
        return jdbc.sql("""
                with old as (
                    select tenant, id, read_at from notification.notice
                    where tenant = :tenant and recipient = :staff and id = :id for update)
                update notification.notice n set read_at = coalesce(old.read_at, :now) from old
                where n.tenant = old.tenant and n.id = old.id
                returning old.read_at is null
                """)
                .param("tenant", staff.tenant().code())
                .param("staff", staff.id())
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .optional();
    }

    int readAll(Staff staff, Instant now) {
        return jdbc.sql("""
                update notification.notice set read_at = :now
                where tenant = :tenant and recipient = :staff and read_at is null
                """)
                .param("tenant", staff.tenant().code())
                .param("staff", staff.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    int deleteBefore(Instant before, int limit) {
        return jdbc.sql("""
                delete from notification.notice where (tenant, id) in
                    (select tenant, id from notification.notice where at < :before order by at limit :limit)
                """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .update();
    }

    private static Received received(ResultSet row) throws SQLException {
        Notice notice = new Notice(
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getBoolean("urgent"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                new Words(row.getString("text_zh"), row.getString("text_en")),
                row.getObject("matter", UUID.class),
                row.getString("number"),
                row.getString("once"));
        return new Received(row.getObject("id", UUID.class), notice, row.getTimestamp("read_at") != null);
    }
}
