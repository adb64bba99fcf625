package org.yiwang.lists;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.model.Stage;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** The cases that an item is about: one for a task of the meeting, many for a joint action (大联动). */
@Service
public class GatherCases {
    public static final int CASES_MAX = 200;
    private static final Set<Stage> OVER = EnumSet.of(Stage.CLOSED, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN);

    private final ItemStore store;
    private final FindCases find;

    GatherCases(ItemStore store, FindCases find) {
        this.store = store;
        this.find = find;
    }

    /** Those of them that the person may see, the oldest first. */
    public List<FindCases.Line> of(Staff staff, Item item, Instant now) {
        return find.lines(staff, store.cases(staff.tenant(), item.id()), now);
    }

    /** Numbers of those that are not over. */
    List<String> open(Staff staff, Item item, Instant now) {
        return of(staff, item, now).stream()
                .filter(line -> !OVER.contains(line.state()))
                .map(FindCases.Line::number)
                .toList();
    }

    /** @throws org.yiwang.platform.RefusedException when there are too many, or the person cannot see all of them */
    void check(Staff staff, List<UUID> cases, Instant now) {
        if (cases.size() > CASES_MAX)
            throw Refusal.invalid("cases", "lists.too-many-cases", CASES_MAX).exception();
        Set<UUID> wanted = new HashSet<>(cases);
        if (wanted.contains(null) || find.lines(staff, List.copyOf(wanted), now).size() < wanted.size())
            throw Refusal.invalid("cases", "lists.no-case").exception();
    }

    @Transactional
    public void add(Staff staff, Item item, List<UUID> cases, Instant now) {
        changeable(staff, item);
        check(staff, cases, now);
        Set<UUID> all = new HashSet<>(store.cases(staff.tenant(), item.id()));
        all.addAll(cases);
        if (all.size() > CASES_MAX)
            throw Refusal.invalid("cases", "lists.too-many-cases", CASES_MAX).exception();
        store.gather(staff.tenant(), item.id(), cases);
    }

    @Transactional
    public void release(Staff staff, Item item, UUID one) {
        changeable(staff, item);
        store.release(staff.tenant(), item.id(), one);
    }

    private static void changeable(Staff staff, Item item) {
        Access.require(staff, DecideItem.OVERSEE);
        if (item.state().isOver()) throw Refusal.conflict("lists.not-now").exception();
    }
}
