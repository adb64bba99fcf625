package org.yiwang.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.RiskPoint;
import org.yiwang.lists.model.Settled;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** Answers a risk point: with an item of the special supervision that prevents it, gathering the cases that failed, or with a reason why nothing more is done. */
@Service
public class SettleRisk {
    private final SpecialStore store;
    private final DrawChecks draws;
    private final GiveItem give;

    SettleRisk(SpecialStore store, DrawChecks draws, GiveItem give) {
        this.store = store;
        this.draws = draws;
        this.give = give;
    }

    /** @param item what is given against it; where it is missing, {@code words} say why nothing is */
    @Transactional
    public void settle(
            Staff staff,
            UUID id,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String words,
            GiveItem.@Nullable Wanted item,
            Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        TaskList list = draws.special(staff, id);
        if (list.closedAt() != null) throw Refusal.conflict("lists.closed").exception();
        RiskPoint point = RiskPoint.of(store.checks(staff.tenant(), id)).stream()
                .filter(one ->
                        one.category().equals(category) && one.unit().value().equals(unit))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("lists.no-risk").exception());
        String text = words == null ? "" : words.strip();
        if (item == null && text.isEmpty())
            throw Refusal.invalid("words", "lists.no-note").exception();
        if (text.length() > Check.NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("words", "lists.too-long", Check.NOTE_CHARACTERS_MAX)
                    .exception();
        UUID given = item == null
                ? null
                : give.give(staff, id, gathering(item, point), now).id();
        try {
            store.keep(staff.tenant(), id, new Settled(point.category(), point.unit(), given, text, staff.name(), now));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("lists.risk-settled").exception();
        }
    }

    private static GiveItem.Wanted gathering(GiveItem.Wanted item, RiskPoint point) {
        List<UUID> failed =
                point.failed().stream().map(check -> check.drawn().id()).toList();
        return new GiveItem.Wanted(
                item.title(),
                item.text(),
                item.unit(),
                item.person(),
                item.helpers(),
                item.due(),
                item.proof(),
                item.photos(),
                failed);
    }
}
