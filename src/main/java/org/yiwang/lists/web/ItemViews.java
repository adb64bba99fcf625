package org.yiwang.lists.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.FindCases;
import org.yiwang.lists.GatherCases;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemEvent;
import org.yiwang.lists.model.ItemState;
import org.yiwang.lists.model.Step;
import org.yiwang.lists.model.Task;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;

/** Items as the screens show them. */
@Component
class ItemViews {
    /**
     * An item as it stands on a list.
     *
     * @param late whether its last day has passed while it is still with its unit
     * @param ask the day asked for while more time is asked and not decided
     */
    @SchemaName("ListItem")
    record ItemLine(
            UUID id,
            UUID list,
            int number,
            String title,
            UnitId unit,
            List<UnitId> helpers,
            LocalDate due,
            ItemState state,
            boolean late,
            int version,
            @Nullable LocalDate ask,
            int chases,
            boolean acknowledged,
            int extensions,
            int sentBack,
            Instant updatedAt) {}

    /** @param step missing for the first, which gave the item out */
    @SchemaName("ListItemEvent")
    record EventView(
            int version,
            Instant at,
            String by,
            UnitId unit,
            @Nullable Step step,
            String note,
            @Nullable LocalDate day,
            List<UUID> photos) {}

    /** @param needs note, day */
    @SchemaName("ListItemStep")
    record OpenStep(Step id, List<String> needs) {}

    /**
     * @param proof what has to show that it is done, and how many photos at least
     * @param hidden how many further cases it gathers that this person may not see
     * @param steps that this person can take now
     */
    @SchemaName("ListItemDetail")
    record ItemDetail(
            ItemLine item,
            String text,
            @Nullable String person,
            String proof,
            int photos,
            List<EventView> events,
            List<FindCases.Line> cases,
            int hidden,
            List<OpenStep> steps,
            boolean overseen) {}

    private final ItemStore store;
    private final GatherCases gather;
    private final People people;

    ItemViews(ItemStore store, GatherCases gather, People people) {
        this.store = store;
        this.gather = gather;
        this.people = people;
    }

    static ItemLine line(Item item, Instant now) {
        Task task = item.task();
        return new ItemLine(
                item.id(),
                item.list(),
                item.number(),
                task.title(),
                task.unit(),
                task.helpers(),
                task.due(),
                item.state(),
                item.isLate(LocalDate.ofInstant(now, Duty.ZONE)),
                item.version(),
                item.ask(),
                item.chases(),
                item.acknowledged(),
                item.extensions(),
                item.sentBack(),
                item.updatedAt());
    }

    ItemDetail detail(Staff staff, Item item, Instant now) {
        Task task = item.task();
        List<FindCases.Line> cases = gather.of(staff, item, now);
        int all = store.cases(staff.tenant(), item.id()).size();
        List<Step> open = new DecideItem(item, staff).open();
        return new ItemDetail(
                line(item, now),
                task.text(),
                Optional.ofNullable(task.person())
                        .flatMap(person -> people.find(staff.tenant(), person))
                        .map(Staff::name)
                        .orElse(null),
                task.proof(),
                task.photos(),
                store.events(staff.tenant(), item.id()).stream()
                        .map(ItemViews::event)
                        .toList(),
                cases,
                all - cases.size(),
                open.stream().map(ItemViews::step).toList(),
                !item.state().isOver() && Access.may(staff, DecideItem.OVERSEE));
    }

    private static OpenStep step(Step step) {
        List<String> needs = new ArrayList<>();
        if (step.needs().contains(Step.Need.NOTE)) needs.add("note");
        if (step.needs().contains(Step.Need.DAY)) needs.add("day");
        return new OpenStep(step, needs);
    }

    private static EventView event(ItemEvent event) {
        return new EventView(
                event.version(),
                event.at(),
                event.byName(),
                event.unit(),
                event.step(),
                event.note(),
                event.day(),
                event.photos());
    }
}
