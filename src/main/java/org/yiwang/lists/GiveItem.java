package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemEvent;
import org.yiwang.lists.model.Task;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.lists.store.ListStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** Gives an item of a list to the unit that is to answer for it. */
@Service
public class GiveItem {
    private final KeepLists lists;
    private final ListStore listStore;
    private final ItemStore store;
    private final GatherCases gather;
    private final TellOfItems tell;
    private final Units units;
    private final People people;
    private final LastDays days;
    private final Ids ids;

    GiveItem(
            KeepLists lists,
            ListStore listStore,
            ItemStore store,
            GatherCases gather,
            TellOfItems tell,
            Units units,
            People people,
            LastDays days,
            Ids ids) {
        this.lists = lists;
        this.listStore = listStore;
        this.store = store;
        this.gather = gather;
        this.tell = tell;
        this.units = units;
        this.people = people;
        this.days = days;
        this.ids = ids;
    }

    /** An item as it is asked for; {@code cases} by their ids. */
    @SchemaName("NewListItem")
    public record Wanted(
            @Nullable String title,
            @Nullable String text,
            @Nullable String unit,
            @Nullable UUID person,
            @Nullable List<String> helpers,
            @Nullable LocalDate due,
            @Nullable String proof,
            int photos,
            @Nullable List<UUID> cases) {}

    @Transactional
    public Item give(Staff staff, UUID list, Wanted wanted, Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        TaskList in = lists.one(staff, list);
        if (in.closedAt() != null) throw Refusal.conflict("lists.closed").exception();
        Task task = checked(staff, wanted, LocalDate.ofInstant(now, Duty.ZONE));
        List<UUID> cases = wanted.cases() == null ? List.of() : wanted.cases();
        gather.check(staff, cases, now);
        return keep(staff, list, task, cases, "", List.of(), now);
    }

    /**
     * Gives what follows from something found, whatever else its finder may do: the caller has made sure of it.
     *
     * @param note what was found, with its photos
     */
    public Item follow(
            Staff finder, UUID list, Task task, List<UUID> cases, String note, List<UUID> photos, Instant now) {
        return keep(finder, list, task, cases, note, photos, now);
    }

    private Item keep(
            Staff staff, UUID list, Task task, List<UUID> cases, String note, List<UUID> photos, Instant now) {
        Item item = Item.given(ids.next(), list, listStore.nextNumber(staff.tenant(), list), task, now);
        store.keep(
                staff.tenant(),
                item,
                new ItemEvent(1, now, staff.id(), staff.name(), staff.unit(), null, note, task.due(), photos));
        store.gather(staff.tenant(), item.id(), cases);
        tell.given(staff.tenant(), item, now);
        return item;
    }

    private Task checked(Staff staff, Wanted wanted, LocalDate today) {
        String title = strip(wanted.title());
        String text = strip(wanted.text());
        String proof = strip(wanted.proof());
        if (title.isEmpty() || title.length() > Task.TITLE_CHARACTERS_MAX)
            throw Refusal.invalid("title", "lists.no-title", Task.TITLE_CHARACTERS_MAX)
                    .exception();
        if (text.length() > Task.TEXT_CHARACTERS_MAX)
            throw Refusal.invalid("text", "lists.too-long", Task.TEXT_CHARACTERS_MAX)
                    .exception();
        if (proof.isEmpty() || proof.length() > TaskList.NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("proof", "lists.no-proof-named", TaskList.NOTE_CHARACTERS_MAX)
                    .exception();
        if (wanted.photos() < 0 || wanted.photos() > Task.PHOTOS_MAX)
            throw Refusal.invalid("photos", "lists.too-many-photos", Task.PHOTOS_MAX)
                    .exception();
        UnitId unit = unit(staff, "unit", wanted.unit());
        List<UnitId> helpers = helpers(staff, unit, wanted.helpers());
        return new Task(
                title,
                text,
                unit,
                person(staff, unit, wanted.person()),
                helpers,
                days.worked("due", wanted.due(), today),
                proof,
                wanted.photos());
    }

    private List<UnitId> helpers(Staff staff, UnitId owner, @Nullable List<String> given) {
        if (given == null) return List.of();
        if (given.size() > Task.HELPERS_MAX)
            throw Refusal.invalid("helpers", "lists.too-many-helpers", Task.HELPERS_MAX)
                    .exception();
        return given.stream()
                .map(one -> unit(staff, "helpers", one))
                .filter(one -> !one.equals(owner))
                .distinct()
                .toList();
    }

    private UnitId unit(Staff staff, String field, @Nullable String given) {
        UnitId unit = new UnitId(strip(given));
        boolean isOwn = units.find(staff.tenant(), unit)
                .filter(found -> found.kind() != Unit.Kind.PARTY)
                .isPresent();
        if (!isOwn) throw Refusal.invalid(field, "lists.no-unit").exception();
        return unit;
    }

    private @Nullable UUID person(Staff staff, UnitId unit, @Nullable UUID person) {
        if (person == null) return null;
        boolean isTheirs = people.find(staff.tenant(), person)
                .filter(found -> found.unit().equals(unit))
                .isPresent();
        if (!isTheirs) throw Refusal.invalid("person", "lists.no-person").exception();
        return person;
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
