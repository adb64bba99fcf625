package org.yiwang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The limit: one step as four bare statements in one round trip and one durable transaction – case row, event row with 500 bytes of JSON, clock row, outbox
 * row – on tables with nothing but a primary key. No rule is asked, nothing is read, nothing is hashed.
 */
final class RawSteps implements Contender {
    static final String SCHEMA = """
            create schema raw;
            create table raw.cases (id uuid primary key, seq int not null, stage text not null, title text not null, updated_at timestamptz not null)
                with (fillfactor = 80);
            create table raw.event (case_id uuid, seq int, at timestamptz not null, payload jsonb not null, primary key (case_id, seq));
            create table raw.clock (case_id uuid primary key, name text not null, due_at timestamptz not null) with (fillfactor = 80);
            create table raw.outbox (id bigint generated always as identity primary key, case_id uuid not null, payload jsonb not null);
            """;
    private static final String FIRST = """
            insert into raw.cases (stage, seq, id, title, updated_at) values (?, ?, ?, 'Goods on the pavement before a shop', now());
            insert into raw.event (case_id, seq, at, payload) values (?, ?, now(), ?::jsonb);
            insert into raw.clock (name, case_id, due_at) values (?, ?, now() + interval '4 hours');
            insert into raw.outbox (case_id, payload) values (?, ?::jsonb)
            """;
    private static final String NEXT = """
            update raw.cases set stage = ?, seq = ?, updated_at = now() where id = ?;
            insert into raw.event (case_id, seq, at, payload) values (?, ?, now(), ?::jsonb);
            update raw.clock set name = ?, due_at = now() + interval '4 hours' where case_id = ?;
            insert into raw.outbox (case_id, payload) values (?, ?::jsonb)
            """;
    private static final String EVENT = "{\"note\": \"%s\"}".formatted("x".repeat(488));
    private static final String NEWS = "{\"seq\": 1, \"stage\": \"handling\", \"action\": \"claim\"}";

    private final DataSource source;

    RawSteps(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public Life client(int number) {
        return pulse -> {
            UUID id = UUID.randomUUID();
            for (int seq = 1; seq <= Cell.STEPS_PER_LIFE; seq++) {
                int step = seq;
                pulse.step(() -> step(id, step));
            }
        };
    }

    boolean step(UUID id, int seq) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement(seq == 1 ? FIRST : NEXT)) {
            sql.setString(1, "stage-" + seq);
            sql.setInt(2, seq);
            sql.setObject(3, id);
            sql.setObject(4, id);
            sql.setInt(5, seq);
            sql.setString(6, EVENT);
            sql.setString(7, "clock-" + seq);
            sql.setObject(8, id);
            sql.setObject(9, id);
            sql.setString(10, NEWS);
            return sql.execute();
        }
    }
}
