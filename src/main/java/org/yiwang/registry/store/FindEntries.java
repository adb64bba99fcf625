package org.yiwang.registry.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SearchText;
import tools.jackson.databind.JsonNode;

/** Lists of a register's entries: narrowed to what the person may see, filtered, sorted, page by page. */
@Service
public class FindEntries {
    public static final int PAGE_MAX = 200;
    private static final int MAP_POINTS_MAX = 10_000;
    private static final int FETCH_ROWS = 500;

    /** How a list is ordered; each order ends with the id, so that a page can go on where the last one ended. */
    public enum Order {
        KEY("e.key", ">", "asc", ":after"),
        CHANGED("e.changed_at", "<", "desc", ":after::timestamptz"),
        /** Those that have waited longest first. */
        CONFIRMED("e.confirmed_at", ">", "asc", ":after::timestamptz");

        private final String key;
        private final String beyond;
        private final String direction;
        private final String parameter;

        Order(String key, String beyond, String direction, String parameter) {
            this.key = key;
            this.beyond = beyond;
            this.direction = direction;
            this.parameter = parameter;
        }

        public String of(Entry entry) {
            return switch (this) {
                case KEY -> entry.key();
                case CHANGED -> entry.changedAt().toString();
                case CONFIRMED -> entry.confirmedAt().toString();
            };
        }
    }

    /**
     * What is looked for; absent parts do not narrow.
     *
     * @param fields values by the names of the form's fields
     * @param retired only what has ended, or only what has not; both where it is null
     * @param staleBefore only what was last confirmed before this moment
     */
    public record Filter(
            @Nullable String text,
            @Nullable String committee,
            @Nullable String cell,
            Map<String, String> fields,
            @Nullable Boolean retired,
            @Nullable Instant staleBefore) {
        public static final Filter NONE = new Filter(null, null, null, Map.of(), false, null);
    }

    /** Where a page ended. */
    public record Cursor(String after, UUID id) {}

    /** One page; {@code next} is null on the last. */
    public record Page(List<Entry> items, @Nullable Cursor next, long total) {}

    /** An entry on the map; the shape is that of a line or an area. */
    public record Dot(
            UUID id,
            String label,
            double lon,
            double lat,
            @Nullable JsonNode shape) {}

    private final JdbcClient db;
    private final EntryRows rows;

    FindEntries(JdbcClient db, EntryRows rows) {
        this.db = db;
        this.rows = rows;
    }

    public Page page(Staff staff, Register register, Filter filter, Order order, Optional<Cursor> after, int limit) {
        Map<String, Object> parameters = EntrySight.parameters(staff, register);
        String from = from(register, filter, parameters);
        long total = db.sql("select count(*) " + from)
                .params(parameters)
                .query(Long.class)
                .single();
        String beyond = after.map(cursor -> beyond(order, cursor, parameters)).orElse("");
        parameters.put("limit", limit + 1);
        List<Entry> entries = db.sql("select " + EntryRows.COLUMNS + from + beyond + sorted(order) + " limit :limit")
                .params(parameters)
                .query((row, n) -> rows.entry(register, row))
                .list();
        boolean more = entries.size() > limit;
        List<Entry> items = more ? entries.subList(0, limit) : entries;
        Cursor next =
                more ? new Cursor(order.of(items.getLast()), items.getLast().id()) : null;
        return new Page(List.copyOf(items), next, total);
    }

    /** Hands over the whole list as the database gives it. */
    @Transactional(readOnly = true)
    public void each(Staff staff, Register register, Filter filter, Order order, Consumer<Entry> taker) {
        Map<String, Object> parameters = EntrySight.parameters(staff, register);
        String from = from(register, filter, parameters);
        db.sql("select " + EntryRows.COLUMNS + from + sorted(order))
                .params(parameters)
                .withFetchSize(FETCH_ROWS)
                .query((RowCallbackHandler) row -> taker.accept(rows.entry(register, row)));
    }

    /** Where the entries of a list lie, {@value #MAP_POINTS_MAX} of them at most. */
    public List<Dot> dots(Staff staff, Register register, Filter filter) {
        Map<String, Object> parameters = EntrySight.parameters(staff, register);
        String from = from(register, filter, parameters);
        return db.sql("select e.id, e.label, e.lon, e.lat, e.shape " + from
                        + " and e.lon is not null order by e.key limit " + MAP_POINTS_MAX)
                .params(parameters)
                .query((row, n) -> new Dot(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getDouble("lon"),
                        row.getDouble("lat"),
                        rows.shape(row)))
                .list();
    }

    private static String beyond(Order order, Cursor cursor, Map<String, Object> parameters) {
        parameters.put("after", cursor.after());
        parameters.put("id", cursor.id());
        return " and (" + order.key + ", e.id) " + order.beyond + " (" + order.parameter + ", :id)";
    }

    private static String sorted(Order order) {
        return " order by " + order.key + " " + order.direction + ", e.id " + order.direction;
    }

    private static String from(Register register, Filter filter, Map<String, Object> parameters) {
        List<String> parts =
                new ArrayList<>(List.of("e.tenant = :tenant", "e.register = :register", EntrySight.CONDITION));
        equal(parts, parameters, "committee", filter.committee());
        equal(parts, parameters, "cell", filter.cell());
        if (filter.retired() != null) parts.add(filter.retired() ? "e.retired_at is not null" : "e.retired_at is null");
        if (filter.staleBefore() != null) {
            parts.add("e.confirmed_at < :stale");
            parameters.put("stale", Timestamp.from(filter.staleBefore()));
        }
        text(parts, parameters, filter.text());
        fields(parts, parameters, register, filter.fields());
        return " from registry.entry e where " + String.join(" and ", parts);
    }

    private static void text(List<String> parts, Map<String, Object> parameters, @Nullable String given) {
        String text = given == null ? "" : SearchText.plain(given);
        if (text.isEmpty()) return;
        parts.add("e.grams @> :grams and strpos(e.words, :text) > 0");
        parameters.put("grams", SearchText.wanted(text).toArray(Integer[]::new));
        parameters.put("text", text);
    }

    private static void fields(
            List<String> parts, Map<String, Object> parameters, Register register, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (register.form().field(name).filter(field -> !field.personal()).isEmpty())
                throw Refusal.invalid("field." + name, "registry.no-filter", name)
                        .exception();
            int n = parts.size();
            parts.add("(e.data ->> :name%1$d = :value%1$d or e.data -> :name%1$d @> to_jsonb(:value%1$d::text))"
                    .formatted(n));
            parameters.put("name" + n, name);
            parameters.put("value" + n, value);
        });
    }

    private static void equal(List<String> parts, Map<String, Object> parameters, String name, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        parts.add("e." + name + " = :" + name);
        parameters.put(name, value);
    }
}
