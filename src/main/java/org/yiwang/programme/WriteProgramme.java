package org.yiwang.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.Hash;
import org.yiwang.programme.model.Decide;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Kind;
import org.yiwang.programme.model.Person;
import org.yiwang.programme.model.Programme;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.store.Kept;
import org.yiwang.programme.store.ProgrammeStore;
import org.yiwang.worktime.WorkCalendar;

/** Opens a programme, and keeps what is being written while it is not handed in. */
@Service
public class WriteProgramme {
    static final int TITLE_CHARACTERS_MAX = 100;
    private static final int DRAFT_CHARACTERS_MAX = 60_000;

    private final ProgrammeStore store;
    private final Kinds kinds;
    private final DueTimes due;
    private final Ids ids;

    WriteProgramme(ProgrammeStore store, Kinds kinds, DueTimes due, Ids ids) {
        this.store = store;
        this.kinds = kinds;
        this.due = due;
        this.ids = ids;
    }

    /** It belongs to the unit of whoever opens it. */
    @Transactional
    public UUID open(Staff staff, String packageId, String name, String title, @Nullable String about, Instant when) {
        Access.require(staff, Rights.DRAFT);
        Definition definition = kinds.require(staff.tenant(), packageId, name);
        Kind kind = definition.kind();
        checkTitle(title);
        checkAbout(staff, kind, about);
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        int year = LocalDate.ofInstant(now, WorkCalendar.ZONE).getYear();
        Programme programme = Programme.opened(
                ids.next(),
                store.number(staff.tenant(), kind.mark(), year),
                title.strip(),
                about,
                staff.unit(),
                kind.first().id(),
                now);
        Kept.Draft draft = new Kept.Draft(Map.of(definition.titled(), List.of(title.strip())), 1, now, staff.name());
        Kept fresh = new Kept(
                programme,
                packageId,
                name,
                kind.version(),
                due.of(kind.first(), now),
                now,
                draft,
                Hash.ORIGIN,
                List.of());
        store.add(staff.tenant(), fresh, asked(kind));
        Person person = Rights.of(staff, staff.unit());
        Event opened = new Event(
                1, now, person.id(), person.name(), person.unit(), kind.first().id(), 0, new Deed.Opened());
        store.append(staff.tenant(), fresh, opened, fresh.dueAt(), false);
        return programme.id();
    }

    private static List<UnitId> asked(Kind kind) {
        List<UnitId> asked = new ArrayList<>();
        for (Stage stage : kind.stages())
            if (stage.asked() != null) asked.addAll(stage.asked().units());
        return asked;
    }

    /**
     * Keeps what was typed so far, whole or not.
     *
     * @param given values by field, as typed
     * @param revision the one that the person began from
     * @throws org.yiwang.platform.RefusedException where somebody has saved another since
     */
    @Transactional
    public Kept.Draft save(
            Staff staff, UUID id, int revision, Map<String, List<String>> given, @Nullable String about, Instant when) {
        Kept kept = store.hold(staff, id)
                .orElseThrow(() -> Refusal.notFound("programme.not-found").exception());
        Definition definition = kinds.of(staff.tenant(), kept.packageId(), kept.kindVersion(), kept.kind());
        if (!decide(staff, definition, kept, when).mayEdit())
            throw Refusal.forbidden("programme.not-editable").exception();
        if (revision != kept.draft().revision())
            throw Refusal.conflict("programme.draft-moved-on", kept.draft().by())
                    .exception();
        Map<String, List<String>> clean = clean(definition, given);
        checkAbout(staff, definition.kind(), about);
        List<String> titled = clean.getOrDefault(definition.titled(), List.of());
        String title = titled.isEmpty() ? kept.programme().title() : titled.getFirst();
        checkTitle(title);
        Kept.Draft draft = new Kept.Draft(clean, revision + 1, when.truncatedTo(ChronoUnit.MICROS), staff.name());
        if (!store.save(staff.tenant(), id, draft, title, about))
            throw Refusal.conflict("programme.draft-moved-on", kept.draft().by())
                    .exception();
        return draft;
    }

    static Decide decide(Staff staff, Definition definition, Kept kept, Instant now) {
        return new Decide(
                definition.kind(),
                kept.programme(),
                Rights.of(staff, kept.programme().unit()),
                now);
    }

    private static Map<String, List<String>> clean(Definition definition, Map<String, List<String>> given) {
        Map<String, List<String>> clean = new HashMap<>();
        int characters = 0;
        for (Map.Entry<String, List<String>> one : given.entrySet()) {
            if (definition.form().field(one.getKey()).isEmpty())
                throw Refusal.invalid("given", "programme.no-field", shown(one.getKey()))
                        .exception();
            List<String> values = Objects.requireNonNullElse(one.getValue(), List.<String>of()).stream()
                    .filter(Objects::nonNull)
                    .filter(value -> !value.isBlank())
                    .toList();
            characters += values.stream().mapToInt(String::length).sum();
            if (!values.isEmpty()) clean.put(one.getKey(), values);
        }
        if (characters > DRAFT_CHARACTERS_MAX)
            throw Refusal.invalid("given", "programme.draft-too-long", DRAFT_CHARACTERS_MAX)
                    .exception();
        return clean;
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static void checkTitle(String title) {
        if (title.isBlank() || title.length() > TITLE_CHARACTERS_MAX)
            throw Refusal.invalid("title", "programme.title", TITLE_CHARACTERS_MAX)
                    .exception();
    }

    private void checkAbout(Staff staff, Kind kind, @Nullable String about) {
        if (about == null) return;
        boolean isKnown = kind.isAboutPackage()
                && kinds.subjects(staff.tenant()).stream()
                        .anyMatch(one -> one.id().equals(about));
        if (!isKnown)
            throw Refusal.invalid("about", "programme.no-package", shown(about)).exception();
    }
}
