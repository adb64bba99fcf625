package org.yiwang.casework.store;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Assignment;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.LastStep;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;
import tools.jackson.core.type.TypeReference;

/** Rows back into values. */
@Component
class CaseReader {
    private static final TypeReference<List<Assignment>> ASSIGNMENTS = new TypeReference<>() {};
    private static final TypeReference<List<ClockRow>> CLOCKS = new TypeReference<>() {};
    private static final TypeReference<List<ReportRow>> REPORTS = new TypeReference<>() {};

    private final CaseJson json;

    CaseReader(CaseJson json) {
        this.json = json;
    }

    StoredCase stored(ResultSet row) throws SQLException {
        return new StoredCase(file(row), row.getString("number"), HexFormat.of().formatHex(row.getBytes("head")));
    }

    private CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                new Tenant(row.getInt("tenant")),
                row.getInt("seq"),
                Channel.of(row.getString("channel")),
                row.getString("category"),
                row.getString("title"),
                row.getString("description"),
                Urgency.of(row.getString("urgency")),
                place(row),
                Stage.of(row.getString("stage")),
                unit(row.getString("lead")),
                person(row.getString("handler")),
                person(row.getString("verifier")),
                json.read(row.getString("assistants"), ASSIGNMENTS),
                json.read(row.getString("clocks"), CLOCKS).stream()
                        .map(ClockRow::clock)
                        .toList(),
                json.read(row.getString("reports"), REPORTS).stream()
                        .map(ReportRow::report)
                        .toList(),
                json.read(row.getString("notes"), CaseNotes.class),
                new LastStep(row.getString("last_action"), row.getString("last_actor")),
                instant(row, "reported_at"),
                instant(row, "updated_at"),
                maybe(row, "closed_at"));
    }

    CaseEvent event(ResultSet row) throws SQLException {
        String from = row.getString("from_stage");
        return new CaseEvent(
                row.getInt("seq"),
                instant(row, "at"),
                Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("actor_unit"),
                row.getString("action"),
                from == null ? null : Stage.of(from),
                Stage.of(row.getString("to_stage")),
                row.getString("note"),
                row.getString("reason"),
                json.read(row.getString("effects"), CaseJson.EFFECTS));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getString("address"),
                row.getString("cell"),
                new UnitId(row.getString("committee")),
                new UnitId(row.getString("area")));
    }

    @Nullable
    Person person(@Nullable String stored) {
        return stored == null ? null : json.read(stored, Person.class);
    }

    static @Nullable UnitId unit(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A clock's row as JSON; the names are the columns'. */
    record ClockRow(
            ClockName name,
            int round,
            int limit_amount,
            LimitUnit limit_unit,
            Instant started_at,
            Instant due_at,
            @Nullable Instant stopped_at,
            Clock.Outcome outcome,
            @JsonInclude(NON_EMPTY) @Nullable List<Clock.Pause> pauses,
            @JsonInclude(NON_EMPTY) @Nullable List<Clock.Extension> extensions,
            int rungs,
            @Nullable Instant fire_at) {

        static ClockRow of(Clock clock) {
            return new ClockRow(
                    clock.name(),
                    clock.round(),
                    clock.limit().amount(),
                    clock.limit().unit(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.stoppedAt(),
                    clock.outcome(),
                    clock.pauses(),
                    clock.extensions(),
                    clock.rungs(),
                    clock.fireAt());
        }

        Clock clock() {
            return new Clock(
                    name,
                    round,
                    new Limit(limit_amount, limit_unit),
                    started_at,
                    due_at,
                    stopped_at,
                    outcome,
                    pauses == null ? List.of() : pauses,
                    extensions == null ? List.of() : extensions,
                    rungs,
                    fire_at);
        }
    }

    /** A report's row as JSON, without the reporter. */
    record ReportRow(
            UUID id,
            Channel channel,
            Instant at,
            int within_amount,
            LimitUnit within_unit,
            Instant answer_due_at,
            @Nullable String answer,
            @Nullable Instant answered_at,
            @Nullable Integer satisfaction,
            @Nullable Boolean solved) {

        static ReportRow of(Report report) {
            return new ReportRow(
                    report.id(),
                    report.channel(),
                    report.at(),
                    report.answerWithin().amount(),
                    report.answerWithin().unit(),
                    report.answerDueAt(),
                    report.answer(),
                    report.answeredAt(),
                    report.satisfaction(),
                    report.solved());
        }

        Report report() {
            return new Report(
                    id,
                    channel,
                    at,
                    new Limit(within_amount, within_unit),
                    answer_due_at,
                    answer,
                    answered_at,
                    satisfaction,
                    solved);
        }
    }
}
