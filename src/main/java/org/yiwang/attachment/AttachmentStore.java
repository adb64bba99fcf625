package org.yiwang.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;

@Component
class AttachmentStore {
    /** What an attachment belongs to. */
    record Link(String kind, UUID matter) {}

    /** An attachment and who handed it in. */
    record Owned(Attachment attachment, Uploader owner, Hash hash) {}

    private static final String COLUMNS =
            "a.id, a.content_type, a.name, a.width, a.height, a.size, a.lon, a.lat, a.taken_at, a.owner_kind, a.owner, a.hash";

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Tenant tenant, Owned fresh, Hash original, Instant at) {
        Attachment a = fresh.attachment();
        jdbc.sql("""
                insert into attachment.attachment (tenant, id, owner_kind, owner, name, content_type, width, height, size,
                                                   lon, lat, taken_at, hash, original_hash, at)
                values (:tenant, :id, :ownerKind, :owner, :name, :type, :width, :height, :size, :lon, :lat, :taken, :hash, :original, :at)
                """)
                .param("tenant", tenant.code())
                .param("id", a.id())
                .param("ownerKind", fresh.owner().kind())
                .param("owner", fresh.owner().id())
                .param("name", a.name())
                .param("type", a.contentType())
                .param("width", a.width())
                .param("height", a.height())
                .param("size", a.size())
                .param("lon", a.lon())
                .param("lat", a.lat())
                .param("taken", a.takenAt() == null ? null : Timestamp.from(a.takenAt()))
                .param("hash", fresh.hash().bytes())
                .param("original", original.bytes())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Owned> find(Tenant tenant, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from attachment.attachment a where a.tenant = :tenant and a.id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> owned(row))
                .optional();
    }

    List<Link> links(Tenant tenant, UUID id) {
        return jdbc.sql("select kind, matter from attachment.link where tenant = :tenant and attachment = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> new Link(row.getString(1), row.getObject(2, UUID.class)))
                .list();
    }

    List<Attachment> of(Tenant tenant, Link link) {
        return jdbc.sql("select " + COLUMNS + """
                 from attachment.link l join attachment.attachment a on a.tenant = l.tenant and a.id = l.attachment
                where l.tenant = :tenant and l.kind = :kind and l.matter = :matter order by a.id
                """)
                .param("tenant", tenant.code())
                .param("kind", link.kind())
                .param("matter", link.matter())
                .query((row, n) -> owned(row).attachment())
                .list();
    }

    void link(Tenant tenant, Collection<UUID> ids, Link link) {
        jdbc.sql("""
                insert into attachment.link (tenant, attachment, kind, matter)
                select :tenant, id, :kind, :matter from unnest(:ids) as handed (id)
                on conflict do nothing
                """)
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", link.kind())
                .param("matter", link.matter())
                .update();
    }

    boolean exists(UUID id) {
        return jdbc.sql("select exists (select from attachment.attachment where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Bytes that residents uploaded and nothing refers to. */
    long unlinkedBytes(Uploader owner) {
        return jdbc.sql("""
                select coalesce(sum(size), 0) from attachment.attachment a where owner_kind = :kind
                  and not exists (select from attachment.link l where l.tenant = a.tenant and l.attachment = a.id)
                """).param("kind", owner.kind()).query(Long.class).single();
    }

    /**
     * Deletes what nothing refers to, oldest first, in the caller's transaction. The rows are locked first and looked at again afterwards, so that one that is
     * being linked in this moment stays.
     */
    List<UUID> deleteUnlinked(Instant before, int limit) {
        List<UUID> locked = jdbc.sql("""
                select id from attachment.attachment a where at < :before
                  and not exists (select from attachment.link l where l.tenant = a.tenant and l.attachment = a.id)
                order by at limit :limit for update skip locked
                """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return jdbc.sql("""
                delete from attachment.attachment a where id = any (:ids)
                  and not exists (select from attachment.link l where l.tenant = a.tenant and l.attachment = a.id)
                returning id
                """)
                .param("ids", locked.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Owned owned(ResultSet row) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        Attachment attachment = new Attachment(
                row.getObject("id", UUID.class),
                row.getString("content_type"),
                row.getString("name"),
                whole(row, "width"),
                whole(row, "height"),
                row.getLong("size"),
                fraction(row, "lon"),
                fraction(row, "lat"),
                taken == null ? null : taken.toInstant());
        Uploader owner = new Uploader(row.getString("owner_kind"), row.getString("owner"));
        return new Owned(attachment, owner, Hash.of(row.getBytes("hash")));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Double fraction(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
