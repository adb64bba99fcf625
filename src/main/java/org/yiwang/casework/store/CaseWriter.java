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
import org.yiwang.casework.model.Assignment;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Grams;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.Searched;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Subject;
import org.yiwang.casework.model.Urgency;
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
            (number, tenant, id, channel, category, title, description, urgency, lon, lat, address, cell, committee, area,
                reported_at, lead, desk, handler, verifier, assistants, reporters, notes, suspended, supervision, seq, stage, open, last_action,
                last_actor, clock_name, clock_due, clock_paused, whole_due, updated_at, closed_at, head,
                subject_register, subject_key, subject_label, repeats)
            """;
    /** Parameters of all columns but the number. */
    static final String CASE_VALUES =
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String INSERT_CASE = """
            with n as (
                insert into casework.case_number as c (tenant, day, channel, last) values (?, ?, ?, 1)
                on conflict (tenant, day, channel) do update set last = c.last + 1
                returning last)
            insert into casework.cases %s
            select ? || lpad(n.last::text, greatest(4, length(n.last::text)), '0'), %s
            from n
            returning number;
            """.formatted(CASE_COLUMNS, CASE_VALUES);
    private static final String PROGRESS = """
            update casework.cases set seq = ?, stage = ?, open = ?, last_action = ?, last_actor = ?, clock_name = ?, clock_due = ?,
                clock_paused = ?, whole_due = ?, updated_at = ?, closed_at = ?, head = ?""";
    private static final String PARTIES = """
            , lead = ?, desk = ?, handler = ?::jsonb, verifier = ?::jsonb, assistants = ?::jsonb, reporters = ?, notes = ?::jsonb,
                suspended = ?, supervision = ?""";
    private static final String OF_CASE = " where tenant = ? and id = ? and seq = ?;\n";
    private static final String UPDATE_MATTER = """
            update casework.cases set channel = ?, category = ?, title = ?, description = ?, urgency = ?, lon = ?, lat = ?, address = ?,
                cell = ?, committee = ?, area = ?, reported_at = ?
            where tenant = ? and id = ?;
            """;
    static final String INSERT_EVENT = """
            insert into casework.case_event (tenant, case_id, seq, at, actor_kind, actor_id, actor_name, actor_unit, action,
                from_stage, to_stage, note, reason, effects, request_key, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?);
            """;
    static final String INSERT_CLOCKS =
            "insert into casework.case_clocks (clocks, fire_at, tenant, case_id) values (?::json, ?, ?, ?);";
    private static final String UPDATE_CLOCKS =
            "update casework.case_clocks set clocks = ?::json, fire_at = ? where tenant = ? and case_id = ?;";
    static final String UPDATE_REPORTS = """
            update casework.case_report r set case_id = ?, answer = x.answer, answered_at = x.answered_at,
                satisfaction = x.satisfaction, solved = x.solved
            from jsonb_to_recordset(?::jsonb) as x(id uuid, answer text, answered_at timestamptz, satisfaction smallint, solved boolean)
            where r.tenant = ? and r.id = x.id;
            """;
    /** The words of a case that is there already; its number was given by the database. */
    static final String INSERT_WORDS = """
            insert into casework.case_words (tenant, case_id, reported_at, matter, said, grams)
            select c.tenant, c.id, c.reported_at, lower(c.number) || E'\\n' || ?, ?, ?::tsvector || casework.number_grams(c.number)
            from casework.cases c where c.tenant = ? and c.id = ?
            on conflict do nothing;
            """;
    /** A step that says something brings its words along with its event, in one statement. */
    private static final String WITH_WORDS = """
            with words as (update casework.case_words set said = said || ?, grams = grams || ?::tsvector
                where tenant = ? and case_id = ?)
            """;

    private static final String WITH_MATTER = """
            with words as (update casework.case_words set said = said || ?, grams = grams || ?::tsvector,
                    matter = split_part(matter, E'\\n', 1) || E'\\n' || ?
                where tenant = ? and case_id = ?)
            """;
    static final String OUTBOX =
            "insert into platform.outbox (tenant, topic, key, payload, at) values (?, 'case', ?, ?::jsonb, ?)";

    private final DataSource source;
    private final CaseJson json;
    private final RecentCases recent;
    private final Runnable told;

    @Autowired
    CaseWriter(DataSource source, CaseJson json, RecentCases recent, Outbox outbox) {
        this(source, json, recent, outbox::pokeAfterCommit);
    }

    /** @param told runs after each step that was stored; wakes whoever reads the outbox */
    public CaseWriter(DataSource source, CaseJson json, RecentCases recent, Runnable told) {
        this.source = source;
        this.json = json;
        this.recent = recent;
        this.told = told;
    }

    /** Stores a new case. */
    public StoredCase insert(CaseFile file, CaseEvent event, @Nullable String requestKey) {
        String effects = json.effects(event);
        byte[] head = json.hash(GENESIS, event, effects);
        return run(INSERT_CASE + INSERT_EVENT + INSERT_CLOCKS + INSERT_WORDS + OUTBOX, statement -> {
            Parameters p = new Parameters(statement);
            LocalDate day = LocalDate.ofInstant(file.reportedAt(), WorkCalendar.ZONE);
            p.set(file.tenant().code()).set(day).set(file.channel().id());
            p.set(numberPrefix(day, file.channel()));
            p.set(file.tenant().code()).set(file.id());
            matter(p, file);
            parties(p, file);
            progress(p, file, head);
            subject(p, file);
            event(p, file, event, effects, head, requestKey);
            clocks(p, file);
            words(p, file, Searched.of(file, List.of(event)));
            outbox(p, file, event, List.of());
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
        String effects = json.effects(event);
        byte[] head = json.hash(HEX.parseHex(before.head()), event, effects);
        boolean parties = !Parties.of(before.file()).equals(Parties.of(after));
        boolean matter = !Matter.of(before.file()).equals(Matter.of(after));
        boolean clocks = !before.file().clocks().equals(after.clocks());
        List<Report> reports = after.reports().stream()
                .filter(r -> !before.file().reports().contains(r))
                .toList();
        Searched said = Searched.added(before.file(), after, event);
        String sql = PROGRESS
                + (parties ? PARTIES : "")
                + OF_CASE
                + (matter ? UPDATE_MATTER : "")
                + (said == null ? "" : said.matter().isEmpty() ? WITH_WORDS : WITH_MATTER)
                + INSERT_EVENT
                + (clocks ? UPDATE_CLOCKS : "")
                + (reports.isEmpty() ? "" : UPDATE_REPORTS)
                + OUTBOX;
        return run(sql, statement -> {
            Parameters p = new Parameters(statement);
            progress(p, after, head);
            if (parties) parties(p, after);
            p.set(after.tenant().code()).set(after.id()).set(before.file().seq());
            if (matter) {
                matter(p, after);
                p.set(after.tenant().code()).set(after.id());
            }
            if (said != null) more(p, after, said);
            event(p, after, event, effects, head, requestKey);
            if (clocks) clocks(p, after);
            if (!reports.isEmpty())
                p.set(after.id()).set(reports(reports)).set(after.tenant().code());
            outbox(p, after, event, before.file().desk());
            statement.execute();
            return new StoredCase(after, before.number(), HEX.formatHex(head));
        });
    }

    /** What the numbers of a day and channel begin with: {@code DQ20211109-G-}. */
    static String numberPrefix(LocalDate day, Channel channel) {
        return NUMBER_PREFIX + day.toString().replace("-", "") + "-" + channel.letter() + "-";
    }

    /** What a case is about: seldom changed, and much of it stands in indexes. */
    private record Matter(
            Channel channel,
            String category,
            String title,
            String description,
            Urgency urgency,
            Place place,
            Instant at) {
        static Matter of(CaseFile file) {
            return new Matter(
                    file.channel(),
                    file.category(),
                    file.title(),
                    file.description(),
                    file.urgency(),
                    file.place(),
                    file.reportedAt());
        }
    }

    /** Who has a part in a case, and what is kept apart from its stage: most steps leave it as it is. */
    private record Parties(
            @Nullable UnitId lead,
            @Nullable Person handler,
            @Nullable Person verifier,
            List<Assignment> assistants,
            int reporters,
            CaseNotes notes) {
        static Parties of(CaseFile file) {
            return new Parties(
                    file.lead(),
                    file.handler(),
                    file.verifier(),
                    file.assistants(),
                    file.reports().size(),
                    file.notes());
        }
    }

    static void matter(Parameters p, CaseFile file) throws SQLException {
        p.set(file.channel().id()).set(file.category()).set(file.title()).set(file.description());
        p.set(file.urgency().id())
                .set(file.place().lon())
                .set(file.place().lat())
                .set(file.place().address());
        p.set(file.place().cell())
                .set(file.place().committee().value())
                .set(file.place().area().value());
        p.set(file.reportedAt());
    }

    void parties(Parameters p, CaseFile file) throws SQLException {
        p.set(file.lead() == null ? null : file.lead().value());
        p.set(file.desk().stream().map(UnitId::value).toArray(String[]::new));
        p.set(file.handler() == null ? null : json.write(file.handler()));
        p.set(file.verifier() == null ? null : json.write(file.verifier()));
        p.set(json.write(file.assistants())).set(file.reports().size()).set(json.write(file.notes()));
        p.set(file.notes().suspension() != null).set(file.notes().supervision());
    }

    /** Never changes: a case is about what it was opened for. */
    static void subject(Parameters p, CaseFile file) throws SQLException {
        Subject subject = file.notes().subject();
        Repeats repeats = file.notes().repeats();
        p.set(subject == null ? null : subject.register()).set(subject == null ? null : subject.key());
        p.set(subject == null ? null : subject.label()).set(repeats == null ? null : repeats.earlier());
    }

    static void progress(Parameters p, CaseFile file, byte[] head) throws SQLException {
        Optional<Clock> binding = file.bindingClock();
        p.set(file.seq()).set(file.stage().id()).set(file.isOpen());
        p.set(file.last().action()).set(file.last().actorId());
        p.set(binding.map(clock -> clock.name().id()).orElse(null))
                .set(binding.map(Clock::dueAt).orElse(null));
        p.set(binding.map(clock -> clock.outcome() == Clock.Outcome.PAUSED).orElse(false));
        p.set(file.openClock(ClockName.WHOLE).map(Clock::dueAt).orElse(null));
        p.set(file.updatedAt()).set(file.closedAt()).set(head);
    }

    void event(Parameters p, CaseFile file, CaseEvent event, String effects, byte[] head, @Nullable String requestKey)
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
        p.set(effects).set(requestKey).set(head);
    }

    /** @param before units that had a part until this step: the one that it leaves hears of it, and of none after */
    void outbox(Parameters p, CaseFile file, CaseEvent event, List<UnitId> before) throws SQLException {
        p.set(file.tenant().code())
                .set(file.id())
                .set(json.write(CaseChange.of(file, event, before)))
                .set(event.at());
    }

    void clocks(Parameters p, CaseFile file) throws SQLException {
        List<CaseReader.ClockRow> rows =
                file.clocks().stream().map(CaseReader.ClockRow::of).toList();
        p.set(json.write(rows)).set(file.firesAt()).set(file.tenant().code()).set(file.id());
    }

    static void words(Parameters p, CaseFile file, Searched words) throws SQLException {
        p.set(words.matter()).set(words.said()).set(Grams.vector(words.pieces()));
        p.set(file.tenant().code()).set(file.id());
    }

    private static void more(Parameters p, CaseFile file, Searched said) throws SQLException {
        p.set(said.said()).set(Grams.vector(said.pieces()));
        if (!said.matter().isEmpty()) p.set(said.matter());
        p.set(file.tenant().code()).set(file.id());
    }

    String reports(List<Report> reports) {
        return json.write(reports.stream().map(CaseReader.ReportRow::of).toList());
    }

    private interface Work {
        StoredCase on(PreparedStatement statement) throws SQLException;
    }

    private StoredCase run(String sql, Work work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            StoredCase stored = work.on(statement);
            recent.keep(stored);
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
                // Text without a declared type, like null: otherwise a null here and a text there make the server parse
                // anew.
                case String text -> statement.setObject(index, text, Types.OTHER);
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
