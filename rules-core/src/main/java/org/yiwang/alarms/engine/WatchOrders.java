package org.yiwang.alarms.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindPlan.RulePlan;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.rules.Expression;

/** Takes orders back that something forbids after they were given: the same certainty is asked for as long as their alarm goes on. */
record WatchOrders(FamilyState family, Tell tell) {

    /** Looks at all of them, after whatever has changed. */
    void look(long at) {
        if (family.asked.isEmpty()) return;
        for (Asked one : List.copyOf(family.asked)) if (isOver(one, at)) family.asked.remove(one);
    }

    private boolean isOver(Asked one, long at) {
        DeviceState device = family.find(one.device());
        RulePlan rule = device == null ? null : rule(device, one.rule());
        RuleState state = rule == null ? null : state(Objects.requireNonNull(device), rule, one);
        if (device == null || rule == null || state == null) return true;
        List<Order> orders = rule.spec().orders();
        for (int i = 0; i < orders.size(); i++)
            if (orders.get(i).name().equals(one.order())) {
                if (isAllowed(device, rule.unless().get(i), at)) return false;
                tell.withdrawn(device, rule, state, at, orders.get(i));
                return true;
            }
        return true;
    }

    /** Where it cannot be said, it is forbidden. */
    private boolean isAllowed(DeviceState device, @Nullable Expression unless, long at) {
        return unless == null
                || Boolean.FALSE.equals(unless.holds(new Moment(family, device, null, device.last, false, at)));
    }

    private static @Nullable RulePlan rule(DeviceState device, String id) {
        for (RulePlan rule : device.plan.rules()) if (rule.spec().id().equals(id)) return rule;
        return null;
    }

    private static @Nullable RuleState state(DeviceState device, RulePlan rule, Asked one) {
        for (RuleState state : device.states(rule))
            if (state.phase == RuleState.Phase.ACTIVE
                    && state.episode == one.episode()
                    && state.part.equals(one.part())) return state;
        return null;
    }
}
