package org.yiwang.casework.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.worktime.WorkCalendar;

/** Writes one step of a case: its row, its event, the clocks and reports that changed, and the outbox, in one round trip. */
@Component
public class CaseWriter {
    private static final HexFormat HEX = HexFormat.of();
    static final byte[] GENESIS = new byte[Sm3.BYTES];
    private static final String NUMBER_PREFIX = "DQ";

    static final String CASE_COLUMNS = """
            (number, tenant, id, seq, channel, category, title, description, urgency, lon, lat, address, cell, committee, area,
                stage, open, lead, desk, handler, verifier, assistants, reporters, notes, last_action, last_actor, suspended,
                supervision, clock_name, clock_due, clock_paused, whole_due, reported_at, updated_at, closed_at, head)
            """;
    /** Parameters of all columns but the number. */
    static final String CASE_VALUES =
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String INSERT_CASE = """
            with n as (
                insert into casework.case_number as c (tenant, day, channel, last) values (?, ?, ?, 1)
                on conflict (tenant, day, channel) do update set last = c.last + 1
                returning last)
            insert into casework.cases %s
            select ? || lpad(n.last::text, 4, '0'), %s
            from n
            returning number;
            """.formatted(CASE_COLUMNS, CASE_VALUES);
    private static final String UPDATE_CASE = """
            update casework.cases set seq = ?, channel = ?, category = ?, title = ?, description = ?, urgency = ?, lon = ?, lat = ?,
                address = ?, cell = ?, committee = ?, area = ?, stage = ?, open = ?, lead = ?, desk = ?, handler = ?::jsonb,
                verifier = ?::jsonb, assistants = ?::jsonb, reporters = ?, notes = ?::jsonb, last_action = ?, last_actor = ?,
                suspended = ?, supervision = ?, clock_name = ?, clock_due = ?, clock_paused = ?, whole_due = ?, reported_at = ?,
                updated_at = ?, closed_at = ?, head = ?
            where tenant = ? and id = ? and seq = ?;
            """;
    static final String INSERT_EVENT = """
            insert into casework.case_event (tenant, case_id, seq, at, actor_kind, actor_id, actor_name, actor_unit, action,
                from_stage, to_stage, note, reason, effects, request_key, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?);
            """;
    static final String UPSERT_CLOCKS = """
            insert into casework.case_clock (tenant, case_id, name, round, limit_amount, limit_unit, started_at, due_at,
                stopped_at, outcome, pauses, extensions, rungs, fire_at)
            select ?, ?, x.* from jsonb_to_recordset(?::jsonb) as x(name text, round int, limit_amount int, limit_unit text,
                started_at timestamptz, due_at timestamptz, stopped_at timestamptz, outcome text, pauses jsonb,
                extensions jsonb, rungs int, fire_at timestamptz)
            on conflict (tenant, case_id, name, round) do update set due_at = excluded.due_at, stopped_at = excluded.stopped_at,
                outcome = excluded.outcome, pauses = excluded.pauses, extensions = excluded.extensions,
                rungs = excluded.rungs, fire_at = excluded.fire_at;
            """;
    private static final String DELETE_CLOCKS =
            "delete from casework.case_clock where tenant = ? and case_id = ? and (name, round) in "
                    + "(select x.name, x.round from jsonb_to_recordset(?::jsonb) as x(name text, round int));";
    static final String UPDATE_REPORTS = """
            update casework.case_report r set case_id = ?, answer = x.answer, answered_at = x.answered_at,
                satisfaction = x.satisfaction, solved = x.solved
            from jsonb_to_recordset(?::jsonb) as x(id uuid, answer text, answered_at timestamptz, satisfaction smallint, solved boolean)
            where r.tenant = ? and r.id = x.id;
            """;
    static final String OUTBOX =
            "insert into platform.outbox (tenant, topic, key, payload, at) values (?, 'case', ?, ?::jsonb, ?)";

    private final DataSource source;
    private final CaseJson json;
    private final Runnable told;

    @Autowired
    CaseWriter(DataSource source, CaseJson json, Outbox outbox) {
        this(source, json, outbox::pokeAfterCommit);
    }

    /** @param told runs after each step that was stored; wakes whoever reads the outbox */
    public CaseWriter(DataSource source, CaseJson json, Runnable told) {
        this.source = source;
        this.json = json;
        this.told = told;
    }

    /** Stores a new case. */
    public StoredCase insert(CaseFile file, CaseEvent event, @Nullable String requestKey) {
        byte[] head = json.hash(GENESIS, event);
        return run(INSERT_CASE + INSERT_EVENT + UPSERT_CLOCKS + OUTBOX, statement -> {
            Parameters p = new Parameters(statement);
            LocalDate day = LocalDate.ofInstant(file.reportedAt(), WorkCalendar.ZONE);
            p.set(file.tenant().code()).set(day).set(file.channel().id());
            p.set(numberPrefix(day, file.channel()));
            p.set(file.tenant().code()).set(file.id());
            row(p, file, head);
            event(p, file, event, head, requestKey);
            p.set(file.tenant().code()).set(file.id()).set(clocks(file.clocks()));
            outbox(p, file, event);
            statement.execute();
            try (ResultSet numbers = statement.getResultSet()) {
                numbers.next();
                return new StoredCase(file, numbers.getString(1), HEX.formatHex(head));
            }
        });
    }

    /**
     * Stores one more step.
     *
     * @throws org.yiwang.platform.RefusedException {@code case.stale} when somebody else was faster
     */
    public StoredCase append(StoredCase before, CaseFile after, CaseEvent event, @Nullable String requestKey) {
        byte[] head = json.hash(HEX.parseHex(before.head()), event);
        List<Clock> clocks = after.clocks().stream()
                .filter(c -> !before.file().clocks().contains(c))
                .toList();
        List<Clock> gone =
                before.file().clocks().stream().filter(c -> missing(after, c)).toList();
        List<Report> reports = after.reports().stream()
                .filter(r -> !before.file().reports().contains(r))
                .toList();
        String sql = UPDATE_CASE
                + INSERT_EVENT
                + (clocks.isEmpty() ? "" : UPSERT_CLOCKS)
                + (gone.isEmpty() ? "" : DELETE_CLOCKS)
                + (reports.isEmpty() ? "" : UPDATE_REPORTS)
                + OUTBOX;
        return run(sql, statement -> {
            Parameters p = new Parameters(statement);
            row(p, after, head);
            p.set(after.tenant().code()).set(after.id()).set(before.file().seq());
            event(p, after, event, head, requestKey);
            if (!clocks.isEmpty()) p.set(after.tenant().code()).set(after.id()).set(clocks(clocks));
            if (!gone.isEmpty()) p.set(after.tenant().code()).set(after.id()).set(clocks(gone));
            if (!reports.isEmpty())
                p.set(after.id()).set(reports(reports)).set(after.tenant().code());
            outbox(p, after, event);
            statement.execute();
            return new StoredCase(after, before.number(), HEX.formatHex(head));
        });
    }

    /** What the numbers of a day and channel begin with: {@code DQ20211109-G-}. */
    static String numberPrefix(LocalDate day, Channel channel) {
        return NUMBER_PREFIX + day.toString().replace("-", "") + "-" + channel.letter() + "-";
    }

    private static boolean missing(CaseFile file, Clock clock) {
        return file.clocks().stream().noneMatch(c -> c.name() == clock.name() && c.round() == clock.round());
    }

    void row(Parameters p, CaseFile file, byte[] head) throws SQLException {
        Optional<Clock> binding = file.bindingClock();
        p.set(file.seq())
                .set(file.channel().id())
                .set(file.category())
                .set(file.title())
                .set(file.description());
        p.set(file.urgency().id())
                .set(file.place().lon())
                .set(file.place().lat())
                .set(file.place().address());
        p.set(file.place().cell())
                .set(file.place().committee().value())
                .set(file.place().area().value());
        p.set(file.stage().id())
                .set(file.isOpen())
                .set(file.lead() == null ? null : file.lead().value());
        p.set(file.units().stream().map(UnitId::value).toArray(String[]::new));
        p.set(file.handler() == null ? null : json.write(file.handler()));
        p.set(file.verifier() == null ? null : json.write(file.verifier()));
        p.set(json.write(file.assistants())).set(file.reports().size()).set(json.write(file.notes()));
        p.set(file.last().action()).set(file.last().actorId());
        p.set(file.notes().suspension() != null).set(file.notes().supervision());
        p.set(binding.map(clock -> clock.name().id()).orElse(null))
                .set(binding.map(Clock::dueAt).orElse(null));
        p.set(binding.map(clock -> clock.outcome() == Clock.Outcome.PAUSED).orElse(false));
        p.set(file.openClock(ClockName.WHOLE).map(Clock::dueAt).orElse(null));
        p.set(file.reportedAt()).set(file.updatedAt()).set(file.closedAt()).set(head);
    }

    void event(Parameters p, CaseFile file, CaseEvent event, byte[] head, @Nullable String requestKey)
            throws SQLException {
        p.set(file.tenant().code())
                .set(file.id())
                .set(event.seq())
                .set(event.at())
                .set(event.actorKind().id());
        p.set(event.actorId()).set(event.actorName()).set(event.actorUnit()).set(event.action());
        p.set(event.from() == null ? null : event.from().id())
                .set(event.to().id())
                .set(event.note())
                .set(event.reason());
        p.set(json.effects(event.effects())).set(requestKey).set(head);
    }

    void outbox(Parameters p, CaseFile file, CaseEvent event) throws SQLException {
        p.set(file.tenant().code())
                .set(file.id())
                .set(json.write(CaseChange.of(file, event)))
                .set(event.at());
    }

    String clocks(List<Clock> clocks) {
        return json.write(clocks.stream().map(CaseReader.ClockRow::of).toList());
    }

    String reports(List<Report> reports) {
        return json.write(reports.stream().map(CaseReader.ReportRow::of).toList());
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            T stored = work.on(statement);
            tell();
            return stored;
        } catch (PSQLException e) {
            throw refused(e);
        } catch (SQLException e) {
            throw new IllegalStateException("A step could not be stored", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Wakes whoever reads the outbox. */
    void tell() {
        told.run();
    }

    private static RuntimeException refused(PSQLException e) {
        String constraint = e.getServerErrorMessage() == null
                ? ""
                : String.valueOf(e.getServerErrorMessage().getConstraint());
        Map<String, Refusal> known = Map.of(
                "case_event_pkey", Refusal.refuse(Refusal.Kind.STALE, "case.stale"),
                "case_event_request", Refusal.conflict("case.request-repeated"));
        Refusal refusal = known.get(constraint);
        return refusal != null ? refusal.exception() : new IllegalStateException("A step could not be stored", e);
    }

    /** Sets parameters one after the other. */
    static final class Parameters {
        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters set(@Nullable Object value) throws SQLException {
            index++;
            switch (value) {
                case null -> statement.setNull(index, Types.NULL);
                case Instant at -> statement.setTimestamp(index, Timestamp.from(at));
                case LocalDate day -> statement.setDate(index, Date.valueOf(day));
                case String[] texts ->
                    statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
                default -> statement.setObject(index, value);
            }
            return this;
        }
    }
}
