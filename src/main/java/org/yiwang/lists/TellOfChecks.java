package org.yiwang.lists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.ShareChecks.Shared;
import org.yiwang.lists.model.TaskList;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** Tells the heads of the units that look at drawn cases again how many they have. The units that led the cases are told nothing: they would tidy up first. */
@Component
class TellOfChecks {
    private final Notices notices;
    private final People people;

    TellOfChecks(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    void drawn(Tenant tenant, TaskList list, List<Shared> shared, Instant now) {
        Map<UnitId, Long> counts =
                shared.stream().collect(Collectors.groupingBy(Shared::checker, Collectors.counting()));
        counts.forEach((unit, count) -> {
            Set<UUID> heads = people.all(tenant).stream()
                    .filter(person -> person.unit().equals(unit) && isHead(person))
                    .map(Staff::id)
                    .collect(Collectors.toSet());
            Words text = new Words(list.title() + " · " + count + " 件", list.title() + " · " + count + " cases");
            Words title = new Words("专项监督复查任务", "Closed cases to look at again");
            if (!heads.isEmpty())
                notices.send(
                        tenant,
                        heads,
                        new Notice(now, "list-check", false, title, text, null, null, "list-check/" + list.id()));
        });
    }

    private static boolean isHead(Staff person) {
        return person.is(Role.UNIT_LEAD)
                || person.is(Role.COMMITTEE)
                || person.is(Role.DUTY_CHIEF)
                || person.is(Role.SUPERVISOR);
    }
}
