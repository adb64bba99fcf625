package org.yiwang.lists.model;

import static org.yiwang.lists.model.ItemState.DONE;
import static org.yiwang.lists.model.ItemState.DROPPED;
import static org.yiwang.lists.model.ItemState.GIVEN;
import static org.yiwang.lists.model.ItemState.HANDED_IN;
import static org.yiwang.lists.model.ItemState.UNDER_WAY;
import static org.yiwang.lists.model.Step.Need.DAY;
import static org.yiwang.lists.model.Step.Need.NOTE;
import static org.yiwang.lists.model.Step.Who.OVERSEER;
import static org.yiwang.lists.model.Step.Who.OWNER;
import static org.yiwang.lists.model.Step.Who.PART;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be done with an item: from which states, to which, by whom, with what. The whole life of an item is this table. */
public enum Step {
    /** 认领 */
    ACCEPT(Set.of(GIVEN), UNDER_WAY, OWNER, Set.of()),
    /** 报进度 */
    REPORT(Set.of(UNDER_WAY, HANDED_IN), null, PART, Set.of(NOTE)),
    /** 申请延期 */
    ASK_TIME(Set.of(GIVEN, UNDER_WAY), null, OWNER, Set.of(DAY, NOTE)),
    /** 同意延期 */
    GRANT_TIME(Set.of(GIVEN, UNDER_WAY), null, OVERSEER, Set.of()),
    /** 不同意延期 */
    REFUSE_TIME(Set.of(GIVEN, UNDER_WAY), null, OVERSEER, Set.of(NOTE)),
    /** 申请销项 */
    HAND_IN(Set.of(UNDER_WAY), HANDED_IN, OWNER, Set.of(NOTE)),
    /** 核实销项 */
    VERIFY(Set.of(HANDED_IN), DONE, OVERSEER, Set.of()),
    /** 退回 */
    SEND_BACK(Set.of(HANDED_IN), UNDER_WAY, OVERSEER, Set.of(NOTE)),
    /** 催办 */
    CHASE(Set.of(GIVEN, UNDER_WAY), null, OVERSEER, Set.of(NOTE)),
    /** 签收催办 */
    ACKNOWLEDGE(Set.of(GIVEN, UNDER_WAY), null, OWNER, Set.of()),
    /** 撤销 */
    DROP(Set.of(GIVEN, UNDER_WAY, HANDED_IN), DROPPED, OVERSEER, Set.of(NOTE)),
    /** 重启 */
    REOPEN(Set.of(DONE), UNDER_WAY, OVERSEER, Set.of(DAY, NOTE));

    /** Who may take a step. */
    public enum Who {
        /** People of the unit that answers for the item; where a person is named, that person and the unit's head. */
        OWNER,
        /** The owner, and people of the units that help. */
        PART,
        /** Whoever oversees lists, and not for an item of their own unit. */
        OVERSEER
    }

    /** What has to be handed in with a step. */
    public enum Need {
        NOTE,
        DAY
    }

    private final Set<ItemState> from;
    private final @Nullable ItemState to;
    private final Who who;
    private final Set<Need> needs;

    Step(Set<ItemState> from, @Nullable ItemState to, Who who, Set<Need> needs) {
        this.from = from;
        this.to = to;
        this.who = who;
        this.needs = needs;
    }

    public boolean startsIn(ItemState state) {
        return from.contains(state);
    }

    ItemState after(ItemState state) {
        return to == null ? state : to;
    }

    Who who() {
        return who;
    }

    public Set<Need> needs() {
        return needs;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Step of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
