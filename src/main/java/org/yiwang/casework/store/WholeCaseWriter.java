package org.yiwang.casework.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Searched;
import org.yiwang.casework.model.Stage;
import org.yiwang.platform.Tenant;

/** Writes whole lives of cases, many at once: what {@link CaseWriter} would have stored step by step. Belongs in a transaction of the caller's. */
@Component
public class WholeCaseWriter {
    private static final String NUMBER = """
            insert into casework.case_number as c (tenant, day, channel, last) values (?, ?, ?, 1)
            on conflict (tenant, day, channel) do update set last = c.last + 1 returning last
            """;
    private static final String INSERT_CASE =
            "insert into casework.cases " + CaseWriter.CASE_COLUMNS + " values (?, " + CaseWriter.CASE_VALUES + ")";

    private final JdbcTemplate jdbc;
    private final CaseWriter steps;
    private final CaseJson json;

    WholeCaseWriter(JdbcTemplate jdbc, CaseWriter steps, CaseJson json) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.json = json;
    }

    /** A case from its first event to where it stands. */
    public record Whole(CaseFile file, String number, List<CaseEvent> events) {}

    /** The next number of the day; kept from others until the transaction ends. */
    public String number(Tenant tenant, LocalDate day, Channel channel) {
        Integer last = jdbc.queryForObject(NUMBER, Integer.class, tenant.code(), day, channel.id());
        return CaseWriter.numberPrefix(day, channel) + "%04d".formatted(last);
    }

    /** The reporters' parts are there already. */
    public void write(List<Whole> cases) {
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement rows = connection.prepareStatement(INSERT_CASE);
                    PreparedStatement events = connection.prepareStatement(CaseWriter.INSERT_EVENT);
                    PreparedStatement clocks = connection.prepareStatement(CaseWriter.INSERT_CLOCKS);
                    PreparedStatement words = connection.prepareStatement(CaseWriter.INSERT_WORDS);
                    PreparedStatement reports = connection.prepareStatement(CaseWriter.UPDATE_REPORTS);
                    PreparedStatement outbox = connection.prepareStatement(CaseWriter.OUTBOX)) {
                for (Whole one : cases) {
                    row(rows, one, events(events, one));
                    clocks(clocks, one.file);
                    words(words, one);
                    outbox(outbox, one);
                }
                for (CaseFile file : takersLast(cases)) reports(reports, file);
                for (PreparedStatement batch : List.of(rows, events, clocks, words, reports, outbox))
                    batch.executeBatch();
                steps.tell();
            }
            return null;
        });
    }

    /** A merged case and the one that took over its reporters both know of them; they belong to the latter. */
    private static List<CaseFile> takersLast(List<Whole> cases) {
        List<CaseFile> files = new ArrayList<>(cases.stream()
                .map(Whole::file)
                .filter(file -> !file.reports().isEmpty())
                .toList());
        files.sort((a, b) -> Boolean.compare(b.stage() == Stage.MERGED, a.stage() == Stage.MERGED));
        return files;
    }

    private byte[] events(PreparedStatement batch, Whole one) throws SQLException {
        byte[] head = CaseWriter.GENESIS;
        for (CaseEvent event : one.events) {
            String effects = json.effects(event);
            head = json.hash(head, event, effects);
            steps.event(new CaseWriter.Parameters(batch), one.file, event, effects, head, null);
            batch.addBatch();
        }
        return head;
    }

    private void row(PreparedStatement batch, Whole one, byte[] head) throws SQLException {
        CaseWriter.Parameters p = new CaseWriter.Parameters(batch);
        p.set(one.number).set(one.file.tenant().code()).set(one.file.id());
        CaseWriter.matter(p, one.file);
        steps.parties(p, one.file);
        CaseWriter.progress(p, one.file, head);
        CaseWriter.subject(p, one.file);
        batch.addBatch();
    }

    private void clocks(PreparedStatement batch, CaseFile file) throws SQLException {
        steps.clocks(new CaseWriter.Parameters(batch), file);
        batch.addBatch();
    }

    private static void words(PreparedStatement batch, Whole one) throws SQLException {
        CaseWriter.words(new CaseWriter.Parameters(batch), one.file, Searched.of(one.file, one.events));
        batch.addBatch();
    }

    /** One message a case: whoever follows along, the seals among them, learns where it stands now. */
    private void outbox(PreparedStatement batch, Whole one) throws SQLException {
        steps.outbox(new CaseWriter.Parameters(batch), one.file, one.events.getLast(), List.of());
        batch.addBatch();
    }

    private void reports(PreparedStatement batch, CaseFile file) throws SQLException {
        new CaseWriter.Parameters(batch)
                .set(file.id())
                .set(steps.reports(file.reports()))
                .set(file.tenant().code());
        batch.addBatch();
    }
}
