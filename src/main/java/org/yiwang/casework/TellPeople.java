package org.yiwang.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import org.yiwang.casework.Occasions.Audience;
import org.yiwang.casework.Occasions.Occasion;
import org.yiwang.casework.model.Assignment;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.OutboxReaders;
import tools.jackson.databind.JsonNode;

/**
 * Puts a notice into the inbox of whoever a step concerns: the unit that a case came to, the handler it came back to, those who are chased. It follows the
 * outbox, so that no step waits for it, and goes on where it stopped.
 */
@Service
class TellPeople {
    private static final String READER = "case-notices";
    private static final String TOPIC = "case";
    private static final long EVERY_MILLIS = 500;

    private final OutboxReaders outbox;
    private final Occasions occasions;
    private final CaseStore store;
    private final People people;
    private final Notices notices;
    private final Tenant tenant;

    TellPeople(
            OutboxReaders outbox,
            Occasions occasions,
            CaseStore store,
            People people,
            Notices notices,
            @Value("${yiwang.tenant}") int tenant) {
        this.outbox = outbox;
        this.occasions = occasions;
        this.store = store;
        this.people = people;
        this.notices = notices;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void run() {
        // Read at the first notice of a turn; most turns have none.
        Supplier<List<Staff>> colleagues = SingletonSupplier.of(() -> people.all(tenant));
        outbox.read(tenant, READER, TOPIC, row -> tell(row, colleagues));
    }

    private void tell(FeedRow row, Supplier<List<Staff>> colleagues) {
        String action = row.payload().path("action").asString("");
        Occasion occasion = occasions.of(action).orElse(null);
        int level = row.payload().path("supervision").asInt(0);
        // A clock that fires without a rung of the ladder is nobody's news.
        if (occasion == null || (action.equals("fire") && level == 0)) return;
        store.find(tenant, row.key()).ifPresent(stored -> tell(stored, row.payload(), occasion, level, colleagues));
    }

    private void tell(
            StoredCase stored, JsonNode change, Occasion occasion, int level, Supplier<List<Staff>> colleagues) {
        CaseFile file = stored.file();
        int version = change.path("version").asInt();
        Set<UUID> told = new LinkedHashSet<>();
        for (Audience audience : occasion.to()) told.addAll(ids(audience, file, change, colleagues));
        if (file.seq() == version)
            told.removeIf(id -> id.toString().equals(file.last().actorId()));
        if (told.isEmpty()) return;
        boolean byClock = change.path("action").asString("").equals("fire");
        String once = "case/" + file.id()
                + (byClock ? "/level/" + level + "/" + file.notes().reopens() : "/" + version);
        String text =
                OutsideView.withoutNumbers(file.title()) + " · " + file.place().address();
        notices.send(
                tenant,
                told,
                new Notice(
                        Instant.parse(change.path("at").asString("")),
                        "case-" + change.path("action").asString(""),
                        file.urgency() == Urgency.URGENT,
                        new Words(occasion.zh(), occasion.en()),
                        new Words(text, text),
                        file.id(),
                        stored.number(),
                        once));
    }

    private Collection<UUID> ids(Audience audience, CaseFile file, JsonNode change, Supplier<List<Staff>> colleagues) {
        return switch (audience) {
            case LEAD -> file.lead() == null ? List.of() : heads(List.of(file.lead()), colleagues);
            case ASSISTANTS ->
                heads(file.openAssistants().stream().map(Assignment::unit).toList(), colleagues);
            case HANDLER -> id(file.handler());
            case VERIFIER -> id(file.verifier());
            case CELL -> file.verifier() == null ? inspectors(file) : List.of();
            case BEFORE ->
                heads(
                        change.path("desk")
                                .valueStream()
                                .map(unit -> new UnitId(unit.asString("")))
                                .toList(),
                        colleagues);
            case DUTY_CHIEFS -> staff(colleagues, person -> person.is(Role.DUTY_CHIEF));
        };
    }

    private static Collection<UUID> id(@Nullable Person person) {
        return person == null ? List.of() : List.of(person.id());
    }

    private Collection<UUID> inspectors(CaseFile file) {
        return people.ofCell(tenant, file.place().cell()).stream()
                .map(Staff::id)
                .toList();
    }

    /** Those who answer for the units: heads of departments, officers of committees, everybody of an outside party. */
    private static Collection<UUID> heads(List<UnitId> units, Supplier<List<Staff>> colleagues) {
        return staff(
                colleagues,
                person -> units.contains(person.unit())
                        && (person.is(Role.UNIT_LEAD) || person.is(Role.COMMITTEE) || person.is(Role.PARTY)));
    }

    private static Collection<UUID> staff(Supplier<List<Staff>> colleagues, Predicate<Staff> wanted) {
        return colleagues.get().stream().filter(wanted).map(Staff::id).toList();
    }
}
