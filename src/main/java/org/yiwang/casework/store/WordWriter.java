package org.yiwang.casework.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Searched;
import org.yiwang.platform.Tenant;

/** Writes the words of cases that have none yet. Belongs in a transaction of the caller's. */
@Component
public class WordWriter {
    /** The lock makes a step wait that is taken meanwhile; it then finds the row that its words belong to. */
    private static final String WITHOUT = """
            select c.tenant, c.id from casework.cases c
            where not exists (select from casework.case_words w where w.tenant = c.tenant and w.case_id = c.id)
            limit ? for update of c skip locked
            """;

    private record Key(Tenant tenant, UUID id) {}

    private final JdbcTemplate jdbc;
    private final CaseStore store;

    WordWriter(JdbcTemplate jdbc, CaseStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** @return how many; 0 when none is left */
    public int add(int atMost) {
        List<Key> keys = jdbc.query(
                WITHOUT,
                (row, number) -> new Key(new Tenant(row.getInt("tenant")), row.getObject("id", UUID.class)),
                atMost);
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement batch = connection.prepareStatement(CaseWriter.INSERT_WORDS)) {
                for (Key key : keys) words(batch, key);
                batch.executeBatch();
            }
            return null;
        });
        return keys.size();
    }

    private void words(PreparedStatement batch, Key key) throws SQLException {
        CaseFile file = store.find(key.tenant, key.id).orElseThrow().file();
        CaseWriter.words(new CaseWriter.Parameters(batch), file, Searched.of(file, store.events(key.tenant, key.id)));
        batch.addBatch();
    }
}
