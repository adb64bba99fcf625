package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.Urgency;
import org.yiwang.casework.model.Wanted;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** Lists of cases: narrowed to what the person may see, filtered, sorted, page by page. */
@Service
public class FindCases {
    public static final int PAGE_MAX = 200;
    /** What a list begins with, before it is narrowed. */
    public static final Set<String> VIEWS = Set.of("queue", "mine", "unit", "late", "soon", "watch", "open", "all");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private static final String COLUMNS = """
            select c.id, c.number, c.seq, c.channel, c.category, c.title, c.stage, c.urgency, c.lon, c.lat, c.address, c.cell,
                c.committee, c.area, c.lead, c.handler, c.reporters, c.notes, c.suspended, c.supervision, c.clock_name, c.clock_due,
                c.clock_paused, c.whole_due, c.reported_at, c.updated_at, c.closed_at,
                c.subject_register, c.subject_key, c.subject_label
            from casework.cases c where c.tenant = :tenant and
            """;

    private static final String WITH_WORDS = """
            c.id in (select w.case_id
                from casework.find_words(:asked::tsquery, :patterns::text[], null, null, null, 0, 2147483647) w)
            """;

    /** How a list is ordered; each order ends with the id, so that a page can go on where the last one ended. */
    public enum Order {
        /** What stands still is not due: it comes last. */
        DUE(
                "case when c.clock_paused then 'infinity'::timestamptz else coalesce(c.clock_due, 'infinity'::timestamptz) end",
                ">",
                "asc"),
        REPORTED("c.reported_at", "<", "desc"),
        UPDATED("c.updated_at", "<", "desc");

        private final String key;
        private final String beyond;
        private final String direction;

        Order(String key, String beyond, String direction) {
            this.key = key;
            this.beyond = beyond;
            this.direction = direction;
        }
    }

    /** What is looked for; absent parts do not narrow. */
    public record Filter(
            @Nullable String view,
            List<Stage> stages,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String committee,
            @Nullable String area,
            @Nullable String cell,
            @Nullable String channel,
            @Nullable Boolean late,
            @Nullable Boolean suspended,
            @Nullable Integer supervision,
            @Nullable Instant reportedFrom,
            @Nullable Instant reportedTo,
            @Nullable Instant closedFrom,
            @Nullable RecordRef subject,
            @Nullable String text) {

        Filter withoutText() {
            return new Filter(
                    view,
                    stages,
                    category,
                    unit,
                    committee,
                    area,
                    cell,
                    channel,
                    late,
                    suspended,
                    supervision,
                    reportedFrom,
                    reportedTo,
                    closedFrom,
                    subject,
                    null);
        }
    }

    /** A record of a register. */
    public record RecordRef(String register, String key) {}

    /** Where a page ended. */
    public record Cursor(Instant key, UUID id) {}

    /** A case as it stands on a list. */
    @SchemaName("CaseLine")
    public record Line(
            UUID id,
            String number,
            int version,
            Channel channel,
            String category,
            String title,
            Stage state,
            Urgency urgency,
            Spot place,
            @Nullable UnitId lead,
            @Nullable Person handler,
            int reporters,
            boolean suspended,
            boolean extensionPending,
            int supervision,
            boolean supervisionAcknowledged,
            int reworks,
            int returns,
            int reopens,
            @Nullable ClockLine clock,
            @Nullable Instant wholeDueAt,
            Instant reportedAt,
            Instant updatedAt,
            @Nullable Instant closedAt,
            @Nullable UUID thumbnail,
            @Nullable UUID parent,
            @Nullable UUID mergedInto,
            @Nullable AboutLine subject,
            @Nullable Repeats repeats) {}

    /** The record that a case is about, by its name at the time of the report. */
    @SchemaName("CaseSubject")
    public record AboutLine(String register, String key, String label) {}

    /** Where it is. */
    public record Spot(double lon, double lat, String address, String cell, UnitId committee, UnitId area) {}

    /** The clock that binds now. */
    public record ClockLine(ClockName name, Instant dueAt, boolean paused, boolean late) {}

    /** One page; {@code next} is null on the last. */
    public record Page(List<Line> items, @Nullable Cursor next, long total) {}

    private final JdbcClient db;
    private final CaseJson json;
    private final ReadWanted read;

    FindCases(JdbcClient db, CaseJson json, ReadWanted read) {
        this.db = db;
        this.json = json;
        this.read = read;
    }

    public Page page(Staff staff, Filter filter, Order order, Optional<Cursor> after, int limit, Instant now) {
        Map<String, Object> parameters = parameters(staff, now);
        String where = where(staff, filter, parameters);
        long total = db.sql("select count(*) from casework.cases c where c.tenant = :tenant and " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        after.ifPresent(cursor -> {
            parameters.put(
                    "key",
                    cursor.key().equals(Instant.MAX) ? "infinity" : cursor.key().toString());
            parameters.put("id", cursor.id());
        });
        String beyond =
                after.isPresent() ? " and (" + order.key + ", c.id) " + order.beyond + " (:key::timestamptz, :id)" : "";
        String sorted = " order by " + order.key + " " + order.direction + ", c.id " + order.direction;
        parameters.put("limit", limit + 1);
        List<Line> lines = db.sql(COLUMNS + where + beyond + sorted + " limit :limit")
                .params(parameters)
                .query((row, number) -> line(staff, row, now))
                .list();
        boolean more = lines.size() > limit;
        List<Line> items = more ? lines.subList(0, limit) : lines;
        return new Page(items, more ? cursor(items.getLast(), order) : null, total);
    }

    /** How many cases each of these lists holds for the person; asked in one statement. */
    public List<Long> count(Staff staff, List<Filter> filters, Instant now) {
        if (filters.isEmpty()) return List.of();
        Map<String, Object> all = parameters(staff, now);
        List<String> counts = new ArrayList<>();
        for (Filter filter : filters) {
            Map<String, Object> parameters = parameters(staff, now);
            String where = where(staff, filter, parameters);
            String own = "_" + counts.size();
            for (String name : parameters.keySet())
                where = where.replaceAll("(?<!:):" + name + "\\b", ":" + name + own);
            parameters.forEach((name, value) -> all.put(name + own, value));
            counts.add("(select count(*) from casework.cases c where c.tenant = :tenant and " + where + ")");
        }
        return db.sql("select " + String.join(", ", counts))
                .params(all)
                .query((row, number) -> longs(row, counts.size()))
                .single();
    }

    private static List<Long> longs(ResultSet row, int columns) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int column = 1; column <= columns; column++) numbers.add(row.getLong(column));
        return numbers;
    }

    /** Hands over the whole list, row by row as the database gives them, up to {@code rowsMax}. */
    @Transactional(readOnly = true)
    public void each(Staff staff, Filter filter, Order order, int rowsMax, Instant now, Consumer<Line> taker) {
        Map<String, Object> parameters = parameters(staff, now);
        String where = where(staff, filter, parameters);
        parameters.put("limit", rowsMax);
        String sorted = " order by " + order.key + " " + order.direction + ", c.id " + order.direction;
        db.sql(COLUMNS + where + sorted + " limit :limit")
                .params(parameters)
                .withFetchSize(PAGE_MAX)
                .query((RowCallbackHandler) row -> taker.accept(line(staff, row, now)));
    }

    /** The cases of these ids that the person may see. */
    public List<Line> lines(Staff staff, List<UUID> ids, Instant now) {
        if (ids.isEmpty()) return List.of();
        Map<String, Object> parameters = parameters(staff, now);
        parameters.put("ids", ids.toArray(UUID[]::new));
        return db.sql(COLUMNS + CaseSight.CONDITION + " and c.id = any(:ids) order by c.reported_at")
                .params(parameters)
                .query((row, number) -> line(staff, row, now))
                .list();
    }

    /** Those of these cases that the person may see and that fit the filter, its text left aside. */
    List<Line> among(Staff staff, Filter filter, List<UUID> ids, Instant now) {
        if (ids.isEmpty()) return List.of();
        Map<String, Object> parameters = parameters(staff, now);
        String where = where(staff, filter.withoutText(), parameters);
        parameters.put("ids", ids.toArray(UUID[]::new));
        return db.sql(COLUMNS + where + " and c.id = any(:ids)")
                .params(parameters)
                .query((row, number) -> line(staff, row, now))
                .list();
    }

    /** Open cases within {@code metres} of a place, nearest first; the box is turned into a circle by the caller's distance. */
    public List<Line> near(Staff staff, double lon, double lat, double metres, int limit, Instant now) {
        Map<String, Object> parameters = parameters(staff, now);
        double degrees = metres / 111_320.0;
        parameters.put("west", lon - degrees / Math.cos(Math.toRadians(lat)));
        parameters.put("east", lon + degrees / Math.cos(Math.toRadians(lat)));
        parameters.put("south", lat - degrees);
        parameters.put("north", lat + degrees);
        parameters.put("limit", limit);
        return db.sql(COLUMNS + CaseSight.CONDITION
                        + " and c.open and c.lon between :west and :east and c.lat between :south and :north"
                        + " order by c.reported_at desc limit :limit")
                .params(parameters)
                .query((row, number) -> line(staff, row, now))
                .list();
    }

    static Map<String, Object> parameters(Staff staff, Instant now) {
        Map<String, Object> parameters = new HashMap<>(staff.sight().parameters());
        parameters.put("tenant", staff.tenant().code());
        parameters.put("now", Timestamp.from(now));
        return parameters;
    }

    private String where(Staff staff, Filter filter, Map<String, Object> parameters) {
        List<String> parts = new ArrayList<>(List.of(CaseSight.CONDITION));
        parts.add(view(staff, filter.view(), parameters));
        if (!filter.stages().isEmpty()) {
            parts.add("c.stage = any(:stages)");
            parameters.put("stages", filter.stages().stream().map(Stage::id).toArray(String[]::new));
        }
        equal(parts, parameters, "category", filter.category());
        equal(parts, parameters, "committee", filter.committee());
        equal(parts, parameters, "area", filter.area());
        equal(parts, parameters, "cell", filter.cell());
        equal(parts, parameters, "channel", filter.channel());
        if (filter.unit() != null) {
            parts.add("c.lead = :lead");
            parameters.put("lead", filter.unit());
        }
        if (Boolean.TRUE.equals(filter.late())) parts.add("c.open and not c.clock_paused and c.clock_due < :now");
        if (Boolean.TRUE.equals(filter.suspended())) parts.add("c.suspended");
        if (filter.supervision() != null) {
            parts.add("c.supervision >= :level");
            parameters.put("level", filter.supervision());
        }
        moment(parts, parameters, "c.reported_at >= :reportedFrom", "reportedFrom", filter.reportedFrom());
        moment(parts, parameters, "c.reported_at < :reportedTo", "reportedTo", filter.reportedTo());
        moment(parts, parameters, "c.closed_at >= :closedFrom", "closedFrom", filter.closedFrom());
        if (filter.subject() != null) {
            parts.add("c.subject_register = :subjectRegister and c.subject_key = :subjectKey");
            parameters.put("subjectRegister", filter.subject().register());
            parameters.put("subjectKey", filter.subject().key());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            words(staff, filter.text(), parts, parameters);
        }
        return String.join(" and ", parts);
    }

    /** The same words as the search finds. What outsiders see has its numbers hidden; searching the words themselves would tell them. */
    private void words(Staff staff, String text, List<String> parts, Map<String, Object> parameters) {
        if (staff.isOutside()) {
            parts.add("(c.address ilike :text or c.number ilike :text)");
            parameters.put("text", "%" + text.strip().replaceAll("[%_\\\\]", "\\\\$0") + "%");
            return;
        }
        Wanted wanted = read.of(staff, text);
        parts.add(wanted.isNothing() ? "false" : WITH_WORDS);
        parameters.put("asked", wanted.isNothing() ? "" : ReadWanted.asked(staff, wanted));
        parameters.put("patterns", wanted.patterns().toArray(String[]::new));
    }

    private static String view(Staff staff, @Nullable String view, Map<String, Object> parameters) {
        parameters.put("me", staff.id().toString());
        return switch (view == null ? "all" : view) {
            case "queue" ->
                "c.open and c.stage in ('reported', 'checking', 'accepted', 'return-asked', 'arbitration', 'done', 'verified')";
            case "mine" -> "c.open and (c.handler ->> 'id' = :me or c.verifier ->> 'id' = :me)";
            case "unit" -> "c.open and c.desk @> array[:unit]::text[]";
            case "late" -> "c.open and not c.clock_paused and c.clock_due < :now";
            case "soon" ->
                "c.open and not c.clock_paused and c.clock_due between :now and :now::timestamptz + interval '4 hours'";
            case "watch" -> "c.open and c.supervision > 0";
            case "open" -> "c.open";
            default -> "true";
        };
    }

    private static void equal(
            List<String> parts, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value == null) return;
        parts.add("c." + column + " = :f_" + column);
        parameters.put("f_" + column, value);
    }

    private static void moment(
            List<String> parts, Map<String, Object> parameters, String part, String name, @Nullable Instant value) {
        if (value == null) return;
        if (!isStorable(value))
            throw Refusal.invalid(name, "request.wrong-value", name).exception();
        parts.add(part);
        parameters.put(name, Timestamp.from(value));
    }

    /** Whether it is a time that the work can have to do with, and the database can keep. */
    public static boolean isStorable(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    private static Cursor cursor(Line last, Order order) {
        Instant key =
                switch (order) {
                    case DUE ->
                        last.clock() == null || last.clock().paused()
                                ? Instant.MAX
                                : last.clock().dueAt();
                    case REPORTED -> last.reportedAt();
                    case UPDATED -> last.updatedAt();
                };
        return new Cursor(key, last.id());
    }

    private Line line(Staff staff, ResultSet row, Instant now) throws SQLException {
        CaseNotes notes = json.read(row.getString("notes"), CaseNotes.class);
        // Outside parties learn of their own people alone, and of no other case.
        boolean hidden = staff.isOutside();
        boolean theirs = !hidden || staff.unit().value().equals(row.getString("lead"));
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("seq"),
                Channel.of(row.getString("channel")),
                row.getString("category"),
                hidden ? OutsideView.withoutNumbers(row.getString("title")) : row.getString("title"),
                Stage.of(row.getString("stage")),
                Urgency.of(row.getString("urgency")),
                new Spot(
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        row.getString("address"),
                        row.getString("cell"),
                        new UnitId(row.getString("committee")),
                        new UnitId(row.getString("area"))),
                row.getString("lead") == null ? null : new UnitId(row.getString("lead")),
                !theirs || row.getString("handler") == null ? null : json.read(row.getString("handler"), Person.class),
                row.getInt("reporters"),
                row.getBoolean("suspended"),
                notes.extensionAsk() != null,
                row.getInt("supervision"),
                notes.supervisionAcknowledged(),
                notes.reworks(),
                notes.returns(),
                notes.reopens(),
                hidden && !(theirs && isTheirs(row)) ? null : clock(row, now),
                hidden ? null : instant(row, "whole_due"),
                row.getTimestamp("reported_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "closed_at"),
                notes.evidence().isEmpty() ? null : notes.evidence().getFirst().id(),
                hidden ? null : notes.parent(),
                hidden ? null : notes.mergedInto(),
                hidden ? null : about(row),
                hidden ? null : notes.repeats());
    }

    private static boolean isTheirs(ResultSet row) throws SQLException {
        String clock = row.getString("clock_name");
        return clock != null && OutsideView.THEIR_CLOCKS.contains(ClockName.of(clock));
    }

    private static @Nullable AboutLine about(ResultSet row) throws SQLException {
        String key = row.getString("subject_key");
        return key == null
                ? null
                : new AboutLine(row.getString("subject_register"), key, row.getString("subject_label"));
    }

    private static @Nullable ClockLine clock(ResultSet row, Instant now) throws SQLException {
        Instant due = instant(row, "clock_due");
        if (due == null) return null;
        boolean paused = row.getBoolean("clock_paused");
        return new ClockLine(ClockName.of(row.getString("clock_name")), due, paused, !paused && now.isAfter(due));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
