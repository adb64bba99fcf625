package org.yiwang.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.audit.ChainSource;
import org.yiwang.platform.audit.Hash;
import org.yiwang.platform.feed.Outbox;

/** Each case's events as a chain of hashes; the case's row keeps its end. */
@Component
class CaseChains implements ChainSource {
    private static final int ROWS_PER_FETCH = 1_000;

    private final JdbcClient jdbc;
    private final CaseReader reader;
    private final CaseJson json;
    private final Outbox outbox;

    CaseChains(JdbcClient jdbc, CaseReader reader, CaseJson json, Outbox outbox) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "case";
    }

    /** Every step leaves an outbox row, so these tell which cases moved; the cases themselves need no further index for it. */
    @Override
    public Stream<Head> heads(long tx) {
        JdbcClient.StatementSpec sql = tx == 0
                ? jdbc.sql("select id, seq, head from casework.cases order by id")
                : jdbc.sql("select id, seq, head from casework.cases where id = any (:ids) order by id")
                        .param("ids", outbox.changedSince("case", tx).toArray(UUID[]::new));
        return sql
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> new Head(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))))
                .stream();
    }

    @Override
    public Stream<Link> links() {
        return jdbc
                .sql("select * from casework.case_event order by case_id, seq")
                .withFetchSize(ROWS_PER_FETCH)
                .query((row, n) -> link(row))
                .stream();
    }

    private Link link(ResultSet row) throws SQLException {
        String event = json.text(reader.event(row));
        return new Link(row.getString("case_id"), row.getLong("seq"), event, Hash.of(row.getBytes("hash")));
    }
}
