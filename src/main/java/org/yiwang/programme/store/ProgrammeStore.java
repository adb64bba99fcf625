package org.yiwang.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Programme;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Programmes and their events. */
@Component
public class ProgrammeStore {
    static final String TOPIC = "programme";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> GIVEN = new TypeReference<>() {};
    /** Who may not see all sees what belongs to the own unit, and what it was asked about once it had been handed in. */
    private static final String SIGHT =
            "(:everything or p.unit = :unit or (p.edition > 0 and p.asked @> array[:unit]::text[]))";

    private final JdbcClient db;
    private final Outbox outbox;

    ProgrammeStore(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** The next number of the year, such as {@code CJ-2021-003}; the caller's transaction keeps it. */
    public String number(Tenant tenant, String mark, int year) {
        int next = db.sql("""
                          insert into programme.counter as c (tenant, mark, year, last) values (:tenant, :mark, :year, 1)
                          on conflict (tenant, mark, year) do update set last = c.last + 1 returning last
                          """)
                .param("tenant", tenant.code())
                .param("mark", mark)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-%03d".formatted(mark, year, next);
    }

    /** A new programme before its first event. */
    public void add(Tenant tenant, Kept fresh, List<UnitId> asked) {
        Programme one = fresh.programme();
        db.sql("""
               insert into programme.programme (tenant, id, number, package, kind, kind_version, title, about, unit, asked, stage, stage_since, due_at, ended,
                   seq, edition, opened_at, changed_at, draft, draft_revision, draft_at, draft_by, head)
               values (:tenant, :id, :number, :package, :kind, :version, :title, :about, :unit, :asked, :stage, :at, :due, false, 0, 0, :at, :at, :draft::jsonb,
                   :revision, :at, :by, :head)
               """)
                .param("tenant", tenant.code())
                .param("id", one.id())
                .param("number", one.number())
                .param("package", fresh.packageId())
                .param("kind", fresh.kind())
                .param("version", fresh.kindVersion())
                .param("title", one.title())
                .param("about", one.about())
                .param("unit", one.unit().value())
                .param("asked", asked.stream().map(UnitId::value).distinct().toArray(String[]::new))
                .param("stage", one.stage())
                .param("at", Timestamp.from(fresh.openedAt()))
                .param("due", timestamp(fresh.dueAt()))
                .param("draft", JSON.writeValueAsString(fresh.draft().given()))
                .param("revision", fresh.draft().revision())
                .param("by", fresh.draft().by())
                .param("head", fresh.head().bytes())
                .update();
    }

    /** Adds an event and makes the row what it is after it; the caller holds the row. */
    public Hash append(Tenant tenant, Kept before, Event event, @Nullable Instant dueAt, boolean ended) {
        Programme after = before.programme().after(event);
        Hash head = before.head().then(EventJson.canonical(after.id(), event));
        Deed.@Nullable StepTaken step = event.deed() instanceof Deed.StepTaken taken ? taken : null;
        db.sql("""
               insert into programme.event (tenant, programme, seq, at, actor, name, unit, stage, edition, deed, step, to_stage, detail, hash)
               values (:tenant, :programme, :seq, :at, :actor, :name, :unit, :stage, :edition, :deed, :step, :to, :detail, :hash)
               """)
                .param("tenant", tenant.code())
                .param("programme", after.id())
                .param("seq", event.seq())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.by())
                .param("name", event.name())
                .param("unit", event.unit().value())
                .param("stage", event.stage())
                .param("edition", event.edition())
                .param("deed", EventJson.deed(event.deed()))
                .param("step", step == null ? null : step.step())
                .param("to", step == null ? null : step.to())
                .param("detail", EventJson.detail(event.deed()))
                .param("hash", head.bytes())
                .update();
        db.sql("""
               update programme.programme set title = :title, about = :about, stage = :stage, stage_since = :since, due_at = :due, ended = :ended, seq = :seq,
                   edition = :edition, changed_at = :at, head = :head
               where tenant = :tenant and id = :id
               """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("title", after.title())
                .param("about", after.about())
                .param("stage", after.stage())
                .param("since", Timestamp.from(after.since()))
                .param("due", timestamp(dueAt))
                .param("ended", ended)
                .param("seq", event.seq())
                .param("edition", after.edition())
                .param("at", Timestamp.from(event.at()))
                .param("head", head.bytes())
                .update();
        outbox.publish(tenant, TOPIC, after.id(), Map.of("seq", event.seq()), event.at());
        return head;
    }

    /** False where somebody saved another revision meanwhile; then nothing is changed. */
    public boolean save(Tenant tenant, UUID id, Kept.Draft draft, String title, @Nullable String about) {
        return db.sql("""
                      update programme.programme
                      set draft = :draft::jsonb, draft_revision = :revision, draft_at = :at, draft_by = :by, title = :title, about = :about
                      where tenant = :tenant and id = :id and draft_revision = :revision - 1
                      """)
                        .param("tenant", tenant.code())
                        .param("id", id)
                        .param("draft", JSON.writeValueAsString(draft.given()))
                        .param("revision", draft.revision())
                        .param("at", Timestamp.from(draft.at()))
                        .param("by", draft.by())
                        .param("title", title)
                        .param("about", about)
                        .update()
                == 1;
    }

    /** What the person may see. */
    public Optional<Kept> find(Staff staff, UUID id) {
        return find(staff, id, "");
    }

    /** The same, held against others until the transaction ends. */
    public Optional<Kept> hold(Staff staff, UUID id) {
        return find(staff, id, " for update");
    }

    private Optional<Kept> find(Staff staff, UUID id, String lock) {
        return db.sql("select p.* from programme.programme p where p.tenant = :tenant and p.id = :id and " + SIGHT
                        + lock)
                .params(parameters(staff))
                .param("id", id)
                .query((row, n) -> kept(row, events(staff.tenant(), id)))
                .optional();
    }

    private List<Event> events(Tenant tenant, UUID id) {
        return db.sql("select * from programme.event where tenant = :tenant and programme = :id order by seq")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> event(row))
                .list();
    }

    /** Of a kind, not ended, whatever version opened it. */
    public long countOpen(Tenant tenant, String packageId, String kind) {
        return db.sql(
                        "select count(*) from programme.programme where tenant = :tenant and package = :package and kind = :kind and not ended")
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getInt("seq"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("name"),
                new UnitId(row.getString("unit")),
                row.getString("stage"),
                row.getInt("edition"),
                EventJson.deed(
                        row.getString("deed"),
                        row.getString("step"),
                        row.getString("to_stage"),
                        row.getString("detail")));
    }

    private static Kept kept(ResultSet row, List<Event> events) throws SQLException {
        String begun =
                events.isEmpty() ? row.getString("stage") : events.getFirst().stage();
        Programme one = Programme.opened(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("about"),
                new UnitId(row.getString("unit")),
                begun,
                row.getTimestamp("opened_at").toInstant());
        for (Event event : events) one = one.after(event);
        return new Kept(
                one,
                row.getString("package"),
                row.getString("kind"),
                row.getInt("kind_version"),
                instant(row, "due_at"),
                row.getTimestamp("opened_at").toInstant(),
                new Kept.Draft(
                        JSON.readValue(row.getString("draft"), GIVEN),
                        row.getInt("draft_revision"),
                        row.getTimestamp("draft_at").toInstant(),
                        row.getString("draft_by")),
                Hash.of(row.getBytes("head")),
                events);
    }

    static Map<String, Object> parameters(Staff staff) {
        return Map.of(
                "tenant", staff.tenant().code(),
                "everything", staff.sight().everything(),
                "unit", staff.unit().value());
    }

    static String sight() {
        return SIGHT;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}
