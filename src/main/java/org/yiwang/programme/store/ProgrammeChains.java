package org.yiwang.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.audit.ChainSource;
import org.yiwang.platform.audit.Hash;
import org.yiwang.platform.feed.Outbox;

/** Each programme's events as a chain of hashes; its row keeps the end. */
@Component
class ProgrammeChains implements ChainSource {
    private static final int ROWS_PER_FETCH = 1_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ProgrammeChains(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public Stream<Head> heads(long tx) {
        JdbcClient.StatementSpec sql = tx == 0
                ? jdbc.sql("select id, seq, head from programme.programme order by id")
                : jdbc.sql("select id, seq, head from programme.programme where id = any (:ids) order by id")
                        .param(
                                "ids",
                                outbox.changedSince(ProgrammeStore.TOPIC, tx).toArray(UUID[]::new));
        return sql
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> new Head(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))))
                .stream();
    }

    @Override
    public Stream<Link> links() {
        return jdbc
                .sql("select * from programme.event order by programme, seq")
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> link(row))
                .stream();
    }

    private static Link link(ResultSet row) throws SQLException {
        UUID programme = row.getObject("programme", UUID.class);
        String canonical = EventJson.canonical(programme, ProgrammeStore.event(row));
        return new Link(programme.toString(), row.getLong("seq"), canonical, Hash.of(row.getBytes("hash")));
    }
}
