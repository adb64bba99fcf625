package org.yiwang.registry.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.ChangeStore;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.registry.store.RelationStore;
import org.yiwang.registry.usecase.ChangeEntry;
import org.yiwang.registry.usecase.RevealField;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The entries of a register. */
@RestController
@RequestMapping("/api/v1/registers/{register}/entries")
class EntryController {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int RELATED_MAX = 200;

    /** A page of a list; {@code next} goes into the next request's {@code cursor}. */
    @SchemaName("EntryPage")
    record Page(
            List<RegisterViews.EntryView> items, @Nullable String next, long total) {}

    /**
     * An entry as it is to be.
     *
     * @param shape GeoJSON geometry, for registers of lines and areas
     */
    @SchemaName("EntryBody")
    record Body(
            @Nullable Map<String, @Nullable Object> data,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Map<String, @Nullable Object> shape) {}

    /** A version, with who made it and how. */
    @SchemaName("EntryChange")
    record Change(
            Deed.Act act,
            String source,
            @Nullable UUID sheet,
            String name,
            Instant at,
            RegisterViews.EntryView entry) {}

    @SchemaName("EntryHistory")
    record History(List<Change> items) {}

    @SchemaName("EntryRelations")
    record Relations(List<RelationStore.Other> names, List<RelationStore.Other> namedBy) {}

    @SchemaName("EntryDots")
    record Dots(List<RegisterViews.DotView> items) {}

    @SchemaName("FieldPurpose")
    record Purpose(@Nullable String field, @Nullable String purpose) {}

    @SchemaName("FieldRevealed")
    record Revealed(String value) {}

    private final Registers registers;
    private final FindEntries find;
    private final ChangeEntry change;
    private final ChangeStore changes;
    private final RelationStore relations;
    private final RevealField reveal;
    private final RegisterViews views;
    private final JsonMapper json;
    private final Clock clock;

    EntryController(
            Registers registers,
            FindEntries find,
            ChangeEntry change,
            ChangeStore changes,
            RelationStore relations,
            RevealField reveal,
            RegisterViews views,
            JsonMapper json,
            Clock clock) {
        this.registers = registers;
        this.find = find;
        this.change = change;
        this.changes = changes;
        this.relations = relations;
        this.reveal = reveal;
        this.views = views;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            Staff staff,
            @PathVariable String register,
            @ParameterObject @ModelAttribute EntryQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Register known = readable(staff, register);
        if (limit < 1 || limit > FindEntries.PAGE_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, FindEntries.PAGE_MAX)
                    .exception();
        Instant now = clock.instant();
        FindEntries.Page page =
                find.page(staff, known, query.filter(known, now), query.order(), query.cursor(cursor), limit);
        return new Page(
                page.items().stream()
                        .map(entry -> views.entry(known, entry, now))
                        .toList(),
                EntryQuery.write(page.next()),
                page.total());
    }

    @GetMapping("/dots")
    Dots dots(Staff staff, @PathVariable String register, @ParameterObject @ModelAttribute EntryQuery query) {
        Register known = readable(staff, register);
        return new Dots(find.dots(staff, known, query.filter(known, clock.instant())).stream()
                .map(views::dot)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegisterViews.EntryView> insert(Staff staff, @PathVariable String register, @RequestBody Body body) {
        Register known = readable(staff, register);
        Entry entry = change.insert(staff, known, given(body), clock.instant());
        URI at = URI.create("/api/v1/registers/" + known.name() + "/entries/" + entry.id());
        return ResponseEntity.created(at).eTag(tag(entry)).body(views.entry(known, entry, clock.instant()));
    }

    /** @param on a day, to see the entry as it stood at its end */
    @GetMapping("/{id}")
    ResponseEntity<RegisterViews.EntryView> one(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate on) {
        Register known = readable(staff, register);
        Entry entry = change.visible(staff, known, id);
        return answer(known, on == null ? entry : asOf(staff, known, id, on));
    }

    private Entry asOf(Staff staff, Register register, UUID id, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusMillis(1);
        return changes.at(staff.tenant(), register, id, end)
                .map(ChangeStore.Change::entry)
                .orElseThrow(() -> Refusal.notFound("registry.not-yet", day).exception());
    }

    @PutMapping("/{id}")
    ResponseEntity<RegisterViews.EntryView> change(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestBody Body body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        Register known = readable(staff, register);
        return answer(known, change.change(staff, known, id, version(match), given(body), clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        change.delete(staff, readable(staff, register), id, version(match), clock.instant());
    }

    @PostMapping("/{id}/retire")
    ResponseEntity<RegisterViews.EntryView> retire(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        Register known = readable(staff, register);
        return answer(known, change.retire(staff, known, id, version(match), clock.instant()));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<RegisterViews.EntryView> restore(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        Register known = readable(staff, register);
        return answer(known, change.restore(staff, known, id, version(match), clock.instant()));
    }

    @GetMapping("/{id}/history")
    History history(Staff staff, @PathVariable String register, @PathVariable UUID id) {
        Register known = readable(staff, register);
        change.visible(staff, known, id);
        Instant now = clock.instant();
        return new History(changes.of(staff.tenant(), known, id).stream()
                .map(one -> new Change(
                        one.act(),
                        one.source(),
                        one.sheet(),
                        one.name(),
                        one.at(),
                        views.entry(known, one.entry(), now)))
                .toList());
    }

    /** Entries that this one names, and those that name it; of registers that the person may read. */
    @GetMapping("/{id}/relations")
    Relations relations(Staff staff, @PathVariable String register, @PathVariable UUID id) {
        Register known = readable(staff, register);
        Entry entry = change.visible(staff, known, id);
        List<RelationStore.Other> names = known.form().fields().stream()
                .filter(field -> field.register() != null && entry.data().hasNonNull(field.name()))
                .flatMap(field -> named(staff, field, entry))
                .filter(other -> mayRead(staff, other))
                .toList();
        List<RelationStore.Other> namedBy =
                relations.namedBy(staff.tenant(), known.name(), entry.key(), RELATED_MAX).stream()
                        .filter(other -> mayRead(staff, other))
                        .toList();
        return new Relations(names, namedBy);
    }

    private java.util.stream.Stream<RelationStore.Other> named(Staff staff, Field field, Entry entry) {
        String target = java.util.Objects.requireNonNull(field.register());
        String key = entry.data().get(field.name()).asString();
        return relations.named(staff.tenant(), target, Set.of(key)).stream();
    }

    private boolean mayRead(Staff staff, RelationStore.Other other) {
        return registers
                .find(staff.tenant(), other.register())
                .filter(register -> EntrySight.mayRead(staff, register))
                .isPresent();
    }

    @PostMapping("/{id}/reveal")
    ResponseEntity<Revealed> reveal(
            Staff staff, @PathVariable String register, @PathVariable UUID id, @RequestBody Purpose why) {
        String value = reveal.reveal(staff, readable(staff, register), id, why.field(), why.purpose());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Revealed(value));
    }

    private Register readable(Staff staff, String name) {
        Register register = registers.require(staff.tenant(), name);
        EntrySight.requireRead(staff, register);
        return register;
    }

    private ResponseEntity<RegisterViews.EntryView> answer(Register register, Entry entry) {
        return ResponseEntity.ok().eTag(tag(entry)).body(views.entry(register, entry, clock.instant()));
    }

    private GivenEntry given(Body body) {
        if (body.data() == null)
            throw Refusal.invalid("data", "request.missing", "data").exception();
        ObjectNode data = json.valueToTree(body.data());
        return new GivenEntry(
                data, body.lon(), body.lat(), body.shape() == null ? null : json.valueToTree(body.shape()));
    }

    private static String tag(Entry entry) {
        return "\"" + entry.version() + "\"";
    }

    private static int version(@Nullable String match) {
        if (match == null)
            throw Refusal.invalid("If-Match", "registry.version-missing").exception();
        try {
            return Integer.parseInt(match.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("If-Match", "registry.version-missing").exception();
        }
    }
}
