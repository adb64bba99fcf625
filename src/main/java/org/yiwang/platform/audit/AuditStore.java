package org.yiwang.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The tables of the audit trail, also as chains to be sealed and checked. */
@Component
class AuditStore implements ChainSource {
    private static final int ROWS_PER_FETCH = 1_000;

    /** The last line of a stream; number 0 before the first. */
    record End(long seq, Hash hash) {}

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stream's end, locked to the end of the transaction. */
    End lockEnd(Tenant tenant, String stream) {
        return jdbc.sql("""
                insert into platform.audit_head as head (tenant, stream, seq, hash, tx)
                values (:tenant, :stream, 0, :origin, pg_current_xact_id())
                on conflict (tenant, stream) do update set tx = pg_current_xact_id()
                returning seq, hash
                """)
                .param("tenant", tenant.code())
                .param("stream", stream)
                .param("origin", Hash.ORIGIN.bytes())
                .query((row, n) -> new End(row.getLong(1), Hash.of(row.getBytes(2))))
                .single();
    }

    void append(AuditEntry entry, Hash hash) {
        jdbc.sql("""
                with moved as (
                    update platform.audit_head set seq = :seq, hash = :hash where tenant = :tenant and stream = :stream)
                insert into platform.audit (tenant, stream, seq, at, actor, action, detail, hash)
                values (:tenant, :stream, :seq, :at, :actor, :action, :detail, :hash)
                """)
                .param("tenant", entry.tenant().code())
                .param("stream", entry.stream())
                .param("seq", entry.seq())
                .param("at", Timestamp.from(entry.at()))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("detail", entry.detail())
                .param("hash", hash.bytes())
                .update();
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Stream<Head> heads(long tx) {
        return jdbc
                .sql("""
                select tenant || '/' || stream, seq, hash from platform.audit_head
                where tx >= :tx::text::xid8
                order by (tenant || '/' || stream) collate "C"
                """)
                .withFetchSize(ROWS_PER_FETCH)
                .param("tx", tx)
                .query((row, n) -> new Head(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))))
                .stream();
    }

    @Override
    public Stream<Link> links() {
        return jdbc
                .sql("""
                select tenant, stream, seq, at, actor, action, detail, hash from platform.audit
                order by (tenant || '/' || stream) collate "C", seq
                """)
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> link(entry(row), Hash.of(row.getBytes("hash"))))
                .stream();
    }

    private static Link link(AuditEntry entry, Hash hash) {
        return new Link(entry.chain(), entry.seq(), entry.canonical(), hash);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                new Tenant(row.getInt("tenant")),
                row.getString("stream"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("detail"));
    }
}
