package org.yiwang.demonstration;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.ListBook;
import org.yiwang.demonstration.plan.PlannedLists;
import org.yiwang.demonstration.plan.PlannedLists.Deed;
import org.yiwang.demonstration.plan.PlannedLists.PlannedItem;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.lists.ActOnItem;
import org.yiwang.lists.GiveItem;
import org.yiwang.lists.KeepLists;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.TaskList;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Gives out the items of the year's lists and takes each step with them, as the people concerned would. */
@Component
class PlayLists {
    private static final int MORNING = 9;

    private final KeepLists lists;
    private final GiveItem give;
    private final ActOnItem act;
    private final People people;
    private final WorkCalendar calendar;

    PlayLists(KeepLists lists, GiveItem give, ActOnItem act, People people, WorkCalendar calendar) {
        this.lists = lists;
        this.give = give;
        this.act = act;
        this.people = people;
        this.calendar = calendar;
    }

    /** Lists that an earlier loading began are left as they are. */
    void play(Tenant tenant, YearPlan year, Path texts) {
        if (year.lists() == null) return;
        PlannedLists planned = new PlannedLists(year, ListBook.read(texts), calendar);
        Staff supervisor = one(tenant, person -> person.is(Role.SUPERVISOR));
        List<String> there = lists.all(supervisor, year.lastDay()).stream()
                .map(standing -> standing.list().title())
                .toList();
        for (YearPlan.Listed list : year.lists())
            if (!there.contains(list.title())) play(supervisor, list, planned.of(list));
    }

    private void play(Staff supervisor, YearPlan.Listed list, List<PlannedItem> items) {
        TaskList opened = lists.open(
                supervisor,
                new KeepLists.Wanted(
                        list.kind(),
                        list.title(),
                        null,
                        list.from(),
                        list.to(),
                        list.matter() == null ? null : new LinkedHashSet<>(list.matter()),
                        null,
                        null),
                at(list.from(), 0));
        for (PlannedItem item : items) play(supervisor, opened.id(), item);
    }

    private void play(Staff supervisor, UUID list, PlannedItem planned) {
        GiveItem.Wanted wanted = new GiveItem.Wanted(
                planned.title(),
                null,
                planned.entry().unit(),
                null,
                planned.entry().helpers(),
                planned.due(),
                planned.entry().proof(),
                0,
                null);
        Item item = give.give(supervisor, list, wanted, at(planned.given(), 1));
        Staff head = one(
                supervisor.tenant(),
                person -> person.unit().value().equals(planned.entry().unit())
                        && (person.is(Role.UNIT_LEAD) || person.is(Role.DUTY_CHIEF)));
        int hour = 2;
        for (Deed deed : planned.deeds()) {
            Staff who = deed.by() == PlannedLists.By.UNIT ? head : supervisor;
            ActOnItem.Given given = new ActOnItem.Given(item.version(), deed.note(), deed.day(), List.of(), false);
            item = act.take(who, item.id(), deed.step(), given, at(deed.on(), hour));
            hour = hour % 7 + 1;
        }
    }

    private Staff one(Tenant tenant, Predicate<Staff> wanted) {
        return people.all(tenant).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Instant at(LocalDate day, int hours) {
        return day.atTime(MORNING + hours, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
