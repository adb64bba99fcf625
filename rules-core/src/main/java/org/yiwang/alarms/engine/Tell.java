package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindPlan.RulePlan;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.rules.Expression;

/** Says what became of alarms, and keeps a family from saying too much at once. */
final class Tell {
    private final FamilyState family;
    private final int partition;
    private final Consumer<Output> out;

    Tell(FamilyState family, int partition, Consumer<Output> out) {
        this.family = family;
        this.partition = partition;
        this.out = out;
    }

    /** An alarm begins. What is as bad as can be, or asks something of a device, is never held back. */
    void raised(DeviceState device, RulePlan rule, RuleState state, Moment moment, String cause) {
        boolean isUrgent = severity(rule, state) == Severity.CRITICAL
                || !rule.spec().orders().isEmpty();
        state.hidden = !family.flood.allows(moment.at()) && !isUrgent;
        if (state.hidden) holdBack(moment.at(), state.episode);
        else tell(device, rule, state, What.RAISED, moment.at(), cause, moment);
    }

    void changed(DeviceState device, RulePlan rule, RuleState state, long at, What what, String cause) {
        if (!state.hidden) {
            tell(device, rule, state, what, at, cause, null);
            return;
        }
        if (what != What.CLEARED && severity(rule, state) == Severity.CRITICAL) show(device, rule, state, at, cause);
    }

    private void show(DeviceState device, RulePlan rule, RuleState state, long at, String cause) {
        state.hidden = false;
        tell(device, rule, state, What.RAISED, at, cause, null);
    }

    private static Severity severity(RulePlan rule, RuleState state) {
        return rule.spec().levels().get(state.level).severity();
    }

    private void tell(
            DeviceState device,
            RulePlan rule,
            RuleState state,
            What what,
            long at,
            String cause,
            @Nullable Moment beginning) {
        List<Order> asked = new ArrayList<>();
        List<Order> withheld = new ArrayList<>();
        if (beginning != null) sort(rule, beginning, asked, withheld);
        tell(device, rule, state, what, at, cause, asked, withheld);
        for (Order order : asked)
            if (order.unless() != null)
                family.asked.add(
                        new Asked(device.device.id(), rule.spec().id(), state.part, state.episode, order.name()));
    }

    /** What was asked is not asked any more. */
    void withdrawn(DeviceState device, RulePlan rule, RuleState state, long at, Order order) {
        tell(device, rule, state, What.WITHDRAWN, at, "forbidden", List.of(), List.of(order));
    }

    private void tell(
            DeviceState device,
            RulePlan rule,
            RuleState state,
            What what,
            long at,
            String cause,
            List<Order> asked,
            List<Order> withheld) {
        out.accept(new Output(
                partition,
                family.id,
                device.device.id(),
                rule.spec().id(),
                state.part,
                state.episode,
                state.number++,
                what,
                severity(rule, state),
                at,
                cause,
                values(device),
                asked,
                withheld));
    }

    /** An order is given only where it is certain that nothing forbids it. */
    private static void sort(RulePlan rule, Moment moment, List<Order> asked, List<Order> withheld) {
        for (int i = 0; i < rule.spec().orders().size(); i++) {
            Expression unless = rule.unless().get(i);
            boolean isAllowed = unless == null || Boolean.FALSE.equals(unless.holds(moment));
            (isAllowed ? asked : withheld).add(rule.spec().orders().get(i));
        }
    }

    private static SortedMap<String, Object> values(DeviceState device) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (int i = 0; i < device.last.length; i++) {
            Object value = device.last[i];
            if (value != null) values.put(device.plan.channels().get(i), value);
        }
        return values;
    }

    private void holdBack(long at, long episode) {
        Flood flood = family.flood;
        flood.heldBackAt = at;
        flood.heldBack++;
        if (flood.isOn) return;
        flood.isOn = true;
        flood.episode = episode;
        tellFlood(0, What.RAISED, at, "too-many");
    }

    /** Ten minutes without one too many: those that still alarm are told now, if they are few enough to be read. */
    void endFlood(long at) {
        Flood flood = family.flood;
        int[] hidden = {0};
        eachHidden((device, rule, state) -> hidden[0]++);
        if (hidden[0] > Flood.ALARMS_MAX) {
            flood.heldBackAt = at;
            return;
        }
        tellFlood(1, What.CLEARED, at, "quiet");
        flood.isOn = false;
        flood.heldBack = 0;
        eachHidden((device, rule, state) -> show(device, rule, state, at, "flood-over"));
    }

    private interface Each {
        void take(DeviceState device, RulePlan rule, RuleState state);
    }

    private void eachHidden(Each each) {
        for (DeviceState device : family.devices.values())
            for (RulePlan rule : device.plan.rules())
                for (RuleState state : device.states(rule))
                    if (state.phase == RuleState.Phase.ACTIVE && state.hidden) each.take(device, rule, state);
    }

    private void tellFlood(int number, What what, long at, String cause) {
        SortedMap<String, Object> values = new TreeMap<>();
        values.put("heldBack", (double) family.flood.heldBack);
        out.accept(new Output(
                partition,
                family.id,
                family.id,
                RuleSpec.FLOOD,
                "",
                family.flood.episode,
                number,
                what,
                Severity.MAJOR,
                at,
                cause,
                values,
                List.of(),
                List.of()));
    }
}
