package org.yiwang.lists;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.RiskPoint;
import org.yiwang.lists.model.Settled;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Whether a special supervision can be closed: its sample was drawn and looked at in full, and each risk point has an answer. */
@Component
class EndSpecial {
    private final SpecialStore store;

    EndSpecial(SpecialStore store) {
        this.store = store;
    }

    /** @throws org.yiwang.platform.RefusedException with what is missing */
    void check(Tenant tenant, UUID list) {
        if (store.find(tenant, list).isEmpty())
            throw Refusal.conflict("lists.not-drawn").exception();
        List<Check> checks = store.checks(tenant, list);
        long open = checks.stream().filter(check -> check.finding() == null).count();
        if (open > 0) throw Refusal.conflict("lists.unchecked", open).exception();
        List<Settled> settled = store.settled(tenant, list);
        long unanswered = RiskPoint.of(checks).stream()
                .filter(point -> settled.stream().noneMatch(one -> answers(one, point)))
                .count();
        if (unanswered > 0)
            throw Refusal.conflict("lists.risks-open", unanswered).exception();
    }

    static boolean answers(Settled settled, RiskPoint point) {
        return settled.category().equals(point.category()) && settled.unit().equals(point.unit());
    }
}
