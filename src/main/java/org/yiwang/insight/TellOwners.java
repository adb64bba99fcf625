package org.yiwang.insight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Category;
import org.yiwang.insight.model.Task;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Notices about prevention tasks: to the person or the unit in charge, and to whoever proposed it. */
@Component
class TellOwners {
    private final Notices notices;
    private final People people;
    private final CatalogueStore catalogue;

    TellOwners(Notices notices, People people, CatalogueStore catalogue) {
        this.notices = notices;
        this.people = people;
        this.catalogue = catalogue;
    }

    void proposed(Staff by, Task task, Instant at) {
        List<UUID> owners = owners(by.tenant(), task).stream()
                .filter(id -> !id.equals(by.id()))
                .toList();
        send(by.tenant(), owners, task, "proposed", new Words("新的防范任务", "New prevention task"), at);
    }

    void due(Tenant tenant, Task task, boolean late, Instant at) {
        send(
                tenant,
                owners(tenant, task),
                task,
                late ? "late" : "soon",
                late
                        ? new Words("防范任务已超期", "Prevention task is overdue")
                        : new Words("防范任务将到期", "Prevention task is due soon"),
                at);
    }

    void evaluated(Tenant tenant, Task task, Instant at) {
        send(
                tenant,
                List.of(task.proposedBy()),
                task,
                "evaluated",
                new Words("防范任务已评估", "Prevention task is evaluated"),
                at);
    }

    private List<UUID> owners(Tenant tenant, Task task) {
        UUID person = task.person();
        if (person != null) return List.of(person);
        return people.all(tenant).stream()
                .filter(staff -> staff.unit().value().equals(task.unit()))
                .map(Staff::id)
                .toList();
    }

    private void send(Tenant tenant, List<UUID> to, Task task, String occasion, Words title, Instant at) {
        if (to.isEmpty()) return;
        Category category = catalogue.of(tenant).find(task.category()).orElse(null);
        Words text = category == null
                ? new Words(task.measure(), task.measure())
                : new Words(category.zh() + " · " + task.measure(), category.en() + " · " + task.measure());
        notices.send(
                tenant,
                to,
                new Notice(
                        at,
                        "prevention-" + occasion,
                        false,
                        title,
                        text,
                        null,
                        null,
                        "prevention/" + task.id() + "/" + occasion));
    }
}
