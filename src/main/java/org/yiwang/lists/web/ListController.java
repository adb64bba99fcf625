package org.yiwang.lists.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.lists.GiveItem;
import org.yiwang.lists.KeepLists;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.Standing;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.web.ItemViews.ItemDetail;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Lists (清单): what there is, opening and closing them, and giving out their items. */
@RestController
@RequestMapping("/api/v1/lists")
class ListController {
    /**
     * @param matter categories that a special supervision looks at
     * @param areas, units to which it is narrowed; empty where it is not
     */
    @SchemaName("TaskList")
    record ListView(
            UUID id,
            ListKind kind,
            String title,
            String note,
            LocalDate from,
            @Nullable LocalDate to,
            Set<String> matter,
            Set<String> areas,
            Set<String> units,
            Instant openedAt,
            String openedBy,
            @Nullable Instant closedAt) {
        static ListView of(TaskList list) {
            return new ListView(
                    list.id(),
                    list.kind(),
                    list.title(),
                    list.note(),
                    list.from(),
                    list.to(),
                    list.matter().categories(),
                    list.matter().areas(),
                    list.matter().units(),
                    list.openedAt(),
                    list.openedBy(),
                    list.closedAt());
        }
    }

    /** A list with its counts: all items that the person sees, of these open, late and handed in. */
    @SchemaName("TaskListStanding")
    record StandingView(ListView list, int items, int open, int late, int handedIn) {
        static StandingView of(Standing standing) {
            return new StandingView(
                    ListView.of(standing.list()),
                    standing.items(),
                    standing.open(),
                    standing.late(),
                    standing.handedIn());
        }
    }

    @SchemaName("TaskLists")
    record Lists(List<StandingView> items) {}

    private final KeepLists lists;
    private final GiveItem give;
    private final ItemViews views;
    private final Clock clock;

    ListController(KeepLists lists, GiveItem give, ItemViews views, Clock clock) {
        this.lists = lists;
        this.give = give;
        this.views = views;
        this.clock = clock;
    }

    @Needs("lists.read")
    @GetMapping
    Lists all(Staff staff) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Duty.ZONE);
        return new Lists(lists.all(staff, today).stream().map(StandingView::of).toList());
    }

    @Needs("lists.oversee")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListView open(Staff staff, @RequestBody KeepLists.Wanted wanted) {
        return ListView.of(lists.open(staff, wanted, clock.instant()));
    }

    @Needs("lists.read")
    @GetMapping("/{id}")
    ListView one(Staff staff, @PathVariable UUID id) {
        return ListView.of(lists.one(staff, id));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/close")
    ListView close(Staff staff, @PathVariable UUID id) {
        return ListView.of(lists.close(staff, id, clock.instant()));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/items")
    @ResponseStatus(HttpStatus.CREATED)
    ItemDetail give(Staff staff, @PathVariable UUID id, @RequestBody GiveItem.Wanted wanted) {
        Instant now = clock.instant();
        return views.detail(staff, give.give(staff, id, wanted, now), now);
    }
}
