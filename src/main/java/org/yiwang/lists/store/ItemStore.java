package org.yiwang.lists.store;

import static org.yiwang.lists.store.ListStore.date;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemEvent;
import org.yiwang.lists.model.ItemState;
import org.yiwang.lists.model.Step;
import org.yiwang.lists.model.Task;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The rows of items, of the steps taken with them, and of the cases they gather. */
@Component
public class ItemStore {
    private static final String KEPT = """
            insert into lists.item (tenant, id, list, number, title, text, unit, person, helpers, due, proof, photos, state, version, ask, chases,
                acknowledged, extensions, sent_back, given_at, updated_at, ended_at)
            values (:tenant, :id, :list, :number, :title, :text, :unit, :person, :helpers, :due, :proof, :photos, :state, :version, :ask, :chases,
                :acknowledged, :extensions, :sent, :given, :updated, :ended)
            on conflict (tenant, id) do update set due = excluded.due, state = excluded.state, version = excluded.version, ask = excluded.ask,
                chases = excluded.chases, acknowledged = excluded.acknowledged, extensions = excluded.extensions, sent_back = excluded.sent_back,
                updated_at = excluded.updated_at, ended_at = excluded.ended_at
            """;

    /**
     * What is looked for; absent parts do not narrow.
     *
     * @param sight the unit whose items the person sees; missing for those who see all
     * @param unit that answers for the item
     * @param gathers a case
     */
    public record Filter(
            @Nullable UnitId sight,
            @Nullable UUID list,
            @Nullable UnitId unit,
            List<ItemState> states,
            boolean late,
            @Nullable UUID gathers) {}

    /**
     * Where a page ended.
     *
     * @param over whether nobody had anything left to do with its last item
     */
    public record Cursor(boolean over, LocalDate due, UUID id) {}

    private final JdbcClient db;

    ItemStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the item as it stands, with the step that brought it there. A second step of the same version is refused by the event's key. */
    public void keep(Tenant tenant, Item item, ItemEvent event) {
        Task task = item.task();
        db.sql(KEPT)
                .param("tenant", tenant.code())
                .param("id", item.id())
                .param("list", item.list())
                .param("number", item.number())
                .param("title", task.title())
                .param("text", task.text())
                .param("unit", task.unit().value())
                .param("person", task.person())
                .param("helpers", units(task.helpers()))
                .param("due", Date.valueOf(task.due()))
                .param("proof", task.proof())
                .param("photos", task.photos())
                .param("state", item.state().id())
                .param("version", item.version())
                .param("ask", date(item.ask()))
                .param("chases", item.chases())
                .param("acknowledged", item.acknowledged())
                .param("extensions", item.extensions())
                .param("sent", item.sentBack())
                .param("given", Timestamp.from(item.givenAt()))
                .param("updated", Timestamp.from(item.updatedAt()))
                .param("ended", item.endedAt() == null ? null : Timestamp.from(item.endedAt()))
                .update();
        db.sql("""
               insert into lists.item_event (tenant, item, version, at, by, by_name, unit, step, note, day, photos)
               values (:tenant, :item, :version, :at, :by, :name, :unit, :step, :note, :day, :photos)
               """)
                .param("tenant", tenant.code())
                .param("item", item.id())
                .param("version", event.version())
                .param("at", Timestamp.from(event.at()))
                .param("by", event.by())
                .param("name", event.byName())
                .param("unit", event.unit().value())
                .param("step", event.step() == null ? null : event.step().id())
                .param("note", event.note())
                .param("day", date(event.day()))
                .param("photos", event.photos().toArray(UUID[]::new))
                .update();
    }

    public Optional<Item> find(Tenant tenant, UUID id) {
        return db.sql("select * from lists.item where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> item(row))
                .optional();
    }

    /** Those of these ids. */
    public List<Item> all(Tenant tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("select * from lists.item where tenant = :tenant and id = any(:ids) order by due, id")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> item(row))
                .list();
    }

    /** The same, kept still until the transaction ends. */
    public Optional<Item> lock(Tenant tenant, UUID id) {
        return db.sql("select * from lists.item where tenant = :tenant and id = :id for update")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> item(row))
                .optional();
    }

    /** What is open by its last day, the earliest first; then what is over likewise. */
    public List<Item> page(Tenant tenant, Filter filter, LocalDate today, @Nullable Cursor after, int limit) {
        List<String> parts = new ArrayList<>(List.of("i.tenant = :tenant"));
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant.code(), "limit", limit));
        narrow(filter, today, parts, values);
        if (after != null) {
            parts.add("(i.ended_at is not null, i.due, i.id) > (:over, :due, :id)");
            values.put("over", after.over());
            values.put("due", Date.valueOf(after.due()));
            values.put("id", after.id());
        }
        return db.sql("select i.* from lists.item i where " + String.join(" and ", parts)
                        + " order by i.ended_at is not null, i.due, i.id limit :limit")
                .params(values)
                .query((row, n) -> item(row))
                .list();
    }

    private static void narrow(Filter filter, LocalDate today, List<String> parts, Map<String, Object> values) {
        if (filter.sight() != null) {
            parts.add("(i.unit = :sight or :sight = any(i.helpers))");
            values.put("sight", filter.sight().value());
        }
        if (filter.list() != null) {
            parts.add("i.list = :list");
            values.put("list", filter.list());
        }
        if (filter.unit() != null) {
            parts.add("(i.unit = :unit or :unit = any(i.helpers))");
            values.put("unit", filter.unit().value());
        }
        if (!filter.states().isEmpty()) {
            parts.add("i.state = any(:states)");
            values.put("states", filter.states().stream().map(ItemState::id).toArray(String[]::new));
        }
        if (filter.late()) {
            parts.add("i.state in ('given', 'under-way') and i.due < :today");
            values.put("today", Date.valueOf(today));
        }
        if (filter.gathers() != null) {
            parts.add(
                    "exists (select from lists.item_case g where g.tenant = i.tenant and g.item = i.id and g.case_id = :gathers)");
            values.put("gathers", filter.gathers());
        }
    }

    /** Items that are with their unit and whose last day is at hand or over, for reminders. */
    public List<Item> due(Tenant tenant, LocalDate until, int limit) {
        return db.sql("""
                      select * from lists.item
                      where tenant = :tenant and ended_at is null and state in ('given', 'under-way') and due <= :until
                      order by due, id limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("until", Date.valueOf(until))
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    /** All that happened to it, in order. */
    public List<ItemEvent> events(Tenant tenant, UUID item) {
        return db.sql("select * from lists.item_event where tenant = :tenant and item = :item order by version")
                .param("tenant", tenant.code())
                .param("item", item)
                .query((row, n) -> event(row))
                .list();
    }

    public List<UUID> cases(Tenant tenant, UUID item) {
        return db.sql("select case_id from lists.item_case where tenant = :tenant and item = :item order by case_id")
                .param("tenant", tenant.code())
                .param("item", item)
                .query((row, n) -> row.getObject("case_id", UUID.class))
                .list();
    }

    public void gather(Tenant tenant, UUID item, Collection<UUID> cases) {
        for (UUID one : cases)
            db.sql("""
                   insert into lists.item_case (tenant, item, case_id) values (:tenant, :item, :case)
                   on conflict do nothing
                   """)
                    .param("tenant", tenant.code())
                    .param("item", item)
                    .param("case", one)
                    .update();
    }

    public void release(Tenant tenant, UUID item, UUID one) {
        db.sql("delete from lists.item_case where tenant = :tenant and item = :item and case_id = :case")
                .param("tenant", tenant.code())
                .param("item", item)
                .param("case", one)
                .update();
    }

    private static String[] units(List<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(String[]::new);
    }

    private static Item item(ResultSet row) throws SQLException {
        Date ask = row.getDate("ask");
        Timestamp ended = row.getTimestamp("ended_at");
        Task task = new Task(
                row.getString("title"),
                row.getString("text"),
                new UnitId(row.getString("unit")),
                row.getObject("person", UUID.class),
                Arrays.stream((String[]) row.getArray("helpers").getArray())
                        .map(UnitId::new)
                        .toList(),
                row.getDate("due").toLocalDate(),
                row.getString("proof"),
                row.getInt("photos"));
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("list", UUID.class),
                row.getInt("number"),
                task,
                ItemState.of(row.getString("state")),
                row.getInt("version"),
                ask == null ? null : ask.toLocalDate(),
                row.getInt("chases"),
                row.getBoolean("acknowledged"),
                row.getInt("extensions"),
                row.getInt("sent_back"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static ItemEvent event(ResultSet row) throws SQLException {
        String step = row.getString("step");
        Date day = row.getDate("day");
        Array photos = row.getArray("photos");
        return new ItemEvent(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getObject("by", UUID.class),
                row.getString("by_name"),
                new UnitId(row.getString("unit")),
                step == null ? null : Step.of(step),
                row.getString("note"),
                day == null ? null : day.toLocalDate(),
                List.of((UUID[]) photos.getArray()));
    }
}
