package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemEvent;
import org.yiwang.lists.model.Step;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Puts a notice into the inbox of whoever has to do something with an item now. */
@Component
class TellOfItems {
    private static final Words GIVEN = new Words("清单事项交办", "An item was given to you");
    private static final Words SOON = new Words("清单事项即将到期", "An item falls due");
    private static final Words LATE = new Words("清单事项已超期", "An item is overdue");

    private final Notices notices;
    private final People people;

    TellOfItems(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    void given(Tenant tenant, Item item, Instant now) {
        Set<UUID> told = new LinkedHashSet<>(owners(tenant, item));
        told.addAll(
                staff(tenant, person -> isHead(person) && item.task().helpers().contains(person.unit())));
        send(tenant, told, item, GIVEN, "list-item-given", false, null, now);
    }

    /** The other side of whoever took the step. */
    void taken(Staff by, Item item, ItemEvent event) {
        Step step = Objects.requireNonNull(event.step());
        Words title = title(step);
        if (title == null) return;
        Set<UUID> told = new LinkedHashSet<>(isForOwners(step) ? owners(by.tenant(), item) : overseers(by.tenant()));
        told.remove(by.id());
        String kind = "list-item-" + step.id();
        send(by.tenant(), told, item, title, kind, step == Step.CHASE, null, event.at());
    }

    /** Before the last day and after it: the owner both times, those who oversee only when it has passed. */
    void due(Tenant tenant, Item item, LocalDate today, Instant now) {
        boolean isLate = item.isLate(today);
        Set<UUID> told = new LinkedHashSet<>(owners(tenant, item));
        if (isLate) told.addAll(overseers(tenant));
        String once = "list-item/" + item.id() + (isLate ? "/late/" : "/soon/")
                + item.task().due();
        send(tenant, told, item, isLate ? LATE : SOON, isLate ? "list-item-late" : "list-item-soon", false, once, now);
    }

    private void send(
            Tenant tenant,
            Set<UUID> told,
            Item item,
            Words title,
            String kind,
            boolean urgent,
            @Nullable String once,
            Instant now) {
        if (told.isEmpty()) return;
        String text = item.task().title() + " · " + item.task().due();
        notices.send(tenant, told, new Notice(now, kind, urgent, title, new Words(text, text), null, null, once));
    }

    private List<UUID> owners(Tenant tenant, Item item) {
        UUID person = item.task().person();
        return staff(
                tenant,
                one -> one.unit().equals(item.task().unit())
                        && (isHead(one) || one.id().equals(person)));
    }

    private List<UUID> overseers(Tenant tenant) {
        return staff(tenant, one -> Access.may(one, DecideItem.OVERSEE) && !one.is(Role.LEADER));
    }

    private List<UUID> staff(Tenant tenant, Predicate<Staff> wanted) {
        return people.all(tenant).stream().filter(wanted).map(Staff::id).toList();
    }

    private static boolean isHead(Staff person) {
        return person.is(Role.UNIT_LEAD) || person.is(Role.COMMITTEE) || person.is(Role.DUTY_CHIEF);
    }

    private static boolean isForOwners(Step step) {
        return switch (step) {
            case GRANT_TIME, REFUSE_TIME, SEND_BACK, CHASE, DROP, REOPEN, VERIFY -> true;
            case ACCEPT, REPORT, ASK_TIME, HAND_IN, ACKNOWLEDGE -> false;
        };
    }

    private static @Nullable Words title(Step step) {
        return switch (step) {
            case ACCEPT, REPORT, ACKNOWLEDGE -> null;
            case ASK_TIME -> new Words("清单事项申请延期", "More time is asked for an item");
            case GRANT_TIME -> new Words("清单事项同意延期", "An item was given more time");
            case REFUSE_TIME -> new Words("清单事项不同意延期", "An item was given no more time");
            case HAND_IN -> new Words("清单事项申请销项", "An item is to be verified");
            case VERIFY -> new Words("清单事项已销项", "An item was verified");
            case SEND_BACK -> new Words("清单事项退回", "An item came back");
            case CHASE -> new Words("清单事项催办", "An item is chased");
            case DROP -> new Words("清单事项撤销", "An item was dropped");
            case REOPEN -> new Words("清单事项重启", "An item was opened again");
        };
    }
}
