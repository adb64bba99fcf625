package org.yiwang.lists.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list as it stands.
 *
 * @param number within its list, from 1 and without gaps
 * @param ask the day asked for while a request for more time is undecided (延期待批)
 * @param chases how often it was chased (催办)
 * @param acknowledged whether the unit has signed for the last chase
 * @param endedAt when it was verified or dropped
 */
public record Item(
        UUID id,
        UUID list,
        int number,
        Task task,
        ItemState state,
        int version,
        @Nullable LocalDate ask,
        int chases,
        boolean acknowledged,
        int extensions,
        int sentBack,
        Instant givenAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    public static Item given(UUID id, UUID list, int number, Task task, Instant at) {
        return new Item(id, list, number, task, ItemState.GIVEN, 1, null, 0, true, 0, 0, at, at, null);
    }

    /** Whether the unit's last day has passed and the item is still with it. */
    public boolean isLate(LocalDate today) {
        return state.isOwners() && today.isAfter(task.due());
    }

    /** The item after a step that {@link DecideItem} allowed. */
    public Item after(ItemEvent event) {
        Step step = Objects.requireNonNull(event.step());
        ItemState next = step.after(state);
        LocalDate day = event.day();
        boolean isDated = step == Step.GRANT_TIME || step == Step.REOPEN;
        return new Item(
                id,
                list,
                number,
                isDated && day != null ? task.until(day) : task,
                next,
                event.version(),
                step == Step.ASK_TIME ? day : keepsAsk(step) ? ask : null,
                step == Step.CHASE ? chases + 1 : chases,
                step == Step.ACKNOWLEDGE || (acknowledged && step != Step.CHASE),
                step == Step.GRANT_TIME ? extensions + 1 : extensions,
                step == Step.SEND_BACK ? sentBack + 1 : sentBack,
                givenAt,
                event.at(),
                next.isOver() ? event.at() : null);
    }

    private static boolean keepsAsk(Step step) {
        return switch (step) {
            case ACCEPT, REPORT, CHASE, ACKNOWLEDGE -> true;
            case ASK_TIME, GRANT_TIME, REFUSE_TIME, HAND_IN, VERIFY, SEND_BACK, DROP, REOPEN -> false;
        };
    }
}
