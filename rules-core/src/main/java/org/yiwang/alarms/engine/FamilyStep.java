package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.DeviceState.Waiting;
import org.yiwang.alarms.engine.Entry.DeviceSet;
import org.yiwang.alarms.engine.Entry.Ended;
import org.yiwang.alarms.engine.Entry.Message;
import org.yiwang.alarms.engine.KindPlan.RulePlan;

/**
 * What an entry of the log does to a family. Everything that was due until then comes first, in order of time, device and rule, as of the time when it was due; so it
 * makes no difference how often anybody looks at the clock in between.
 */
final class FamilyStep {
    private final FamilyState family;
    private final Tell tell;
    private final WatchOrders orders;

    FamilyStep(FamilyState family, int partition, Consumer<Output> out) {
        this.family = family;
        tell = new Tell(family, partition, out);
        orders = new WatchOrders(family, tell);
    }

    /** When time alone changes something next. */
    static long due(FamilyState family) {
        FamilyStep step = new FamilyStep(family, 0, output -> {
            throw new IllegalStateException("nothing is told");
        });
        long due = family.flood.due();
        for (DeviceState device : family.devices.values()) due = Math.min(due, step.due(device));
        return due;
    }

    private long due(DeviceState device) {
        long due = device.release();
        for (RulePlan rule : device.plan.rules())
            for (RuleState state : device.states(rule))
                due = Math.min(due, on(device, rule, state).due());
        return due;
    }

    private RuleStep on(DeviceState device, RulePlan rule, RuleState state) {
        return new RuleStep(family, device, rule, state, tell);
    }

    private void each(DeviceState device, RulePlan rule, Consumer<RuleStep> each) {
        for (RuleState state : device.states(rule)) each.accept(on(device, rule, state));
    }

    /** Does what is due until then, that moment included. */
    void until(long now) {
        while (true) {
            long first = family.flood.due();
            DeviceState next = null;
            for (DeviceState device : family.devices.values()) {
                long due = due(device);
                if (due > first || (due == first && next != null) || due == Long.MAX_VALUE) continue;
                first = due;
                next = device;
            }
            if (first > now) return;
            if (next == null) tell.endFlood(first);
            else fire(next, first);
            orders.look(first);
        }
    }

    private void fire(DeviceState device, long at) {
        if (device.release() == at) {
            release(device, at);
            return;
        }
        for (RulePlan rule : device.plan.rules()) {
            for (RuleState state : device.states(rule)) {
                RuleStep step = on(device, rule, state);
                if (step.due() != at) continue;
                watchingEnds(device, rule, at, () -> step.fire(at));
                return;
            }
        }
    }

    /** The one that has waited long enough, and before it whatever stands before it by the device's own time. */
    private void release(DeviceState device, long at) {
        int last = 0;
        for (int i = 0; i < device.waiting.size(); i++)
            if (device.waiting.get(i).until() == at) last = i;
        List<Waiting> ready = new ArrayList<>(device.waiting.subList(0, last + 1));
        device.waiting.subList(0, last + 1).clear();
        if (device.waiting.isEmpty()) device.waiting = List.of();
        ready.forEach(message -> read(device, message, at));
    }

    void take(Stamp stamp, Entry.OfFamily entry) {
        until(stamp.at());
        if (entry instanceof Message message) hear(stamp, message);
        else if (entry instanceof DeviceSet set) set(stamp, set.device());
        else if (entry instanceof Ended ended) end(stamp, ended);
        orders.look(stamp.at());
    }

    private void hear(Stamp stamp, Message message) {
        DeviceState device = family.find(message.device());
        if (device == null) return;
        device.heardAt = stamp.at();
        for (RulePlan rule : device.plan.rules())
            if (rule.spec().isAboutSilence() && rule.looksAt(message.kind()))
                watchingEnds(device, rule, stamp.at(), () -> each(device, rule, step -> step.hear(stamp)));
        if (isTwice(device, message, stamp.at())) {
            device.duplicates++;
            return;
        }
        long time = TimeOf.message(device, message, stamp.at());
        boolean late = time < stamp.at() - device.plan.spec().lateMillis();
        long wait = device.plan.spec().reorderMillis();
        Waiting waiting = new Waiting(stamp, message, time, stamp.at() + wait, late);
        if (wait == 0) read(device, waiting, stamp.at());
        else device.await(waiting);
    }

    private static boolean isTwice(DeviceState device, Message message, long at) {
        if (message.id() == null && message.time().isEmpty()) return false;
        long mark = Hash.start();
        if (message.id() != null) mark = Hash.add(mark, message.id());
        else mark = Hash.add(Hash.add(Hash.add(mark, message.time().getAsLong()), message.kind()), message.values());
        return device.isSeen(mark, at);
    }

    private void read(DeviceState device, Waiting waiting, long at) {
        boolean isBehind = waiting.time() < device.frontier;
        boolean late = waiting.late() || isBehind;
        if (late) device.lates++;
        @Nullable Object[] before = device.last;
        if (!isBehind) {
            device.frontier = waiting.time();
            device.last = before.clone();
            waiting.message().values().forEach((name, value) -> {
                int place = device.plan.channel(name);
                if (place >= 0) device.last[place] = value;
            });
        }
        Moment moment = new Moment(family, device, waiting.message(), before, late, at);
        for (RulePlan rule : device.plan.rules()) {
            if (rule.spec().isAboutSilence() || !rule.looksAt(waiting.message().kind())) continue;
            RuleState state = device.state(rule, waiting.message());
            if (state == null) continue;
            watchingEnds(device, rule, at, () -> on(device, rule, state).look(moment, waiting.stamp()));
        }
    }

    /** When an alarm ends, the silences that it explained are awaited anew. */
    private void watchingEnds(DeviceState device, RulePlan rule, long at, Runnable step) {
        boolean wasActive = device.alarms(rule);
        step.run();
        if (!wasActive || device.alarms(rule)) return;
        for (DeviceState other : family.devices.values()) {
            for (RulePlan silence : other.plan.rules())
                if (silence.spec().isAboutSilence())
                    each(
                            other,
                            silence,
                            again -> again.awaitAgain(at, rule.spec().id()));
        }
    }

    private void set(Stamp stamp, Device device) {
        DeviceState known = family.find(device.id());
        if (known == null) return;
        if (device.mode() != Device.Mode.IN_USE) {
            String cause = device.mode() == Device.Mode.GONE ? "gone" : "maintenance";
            endAll(known, stamp.at(), cause);
        }
        boolean isBack = known.device.mode() != Device.Mode.IN_USE && device.mode() == Device.Mode.IN_USE;
        known.device = device;
        if (isBack) awaitAll(known, stamp);
        if (device.mode() == Device.Mode.GONE) family.devices.remove(device.id());
    }

    /** A device that was not known, or is of another kind now. */
    void begin(Stamp stamp, Device device, KindPlan plan) {
        until(stamp.at());
        DeviceState before = family.find(device.id());
        if (before != null) endAll(before, stamp.at(), "gone");
        if (device.mode() == Device.Mode.GONE) {
            family.devices.remove(device.id());
            return;
        }
        DeviceState begun = new DeviceState(device, plan);
        begun.heardAt = stamp.at();
        family.devices.put(device.id(), begun);
        awaitAll(begun, stamp);
    }

    private void awaitAll(DeviceState device, Stamp stamp) {
        eachSilence(device, (rule, step) -> step.await(stamp.at(), stamp.offset()));
    }

    private void eachSilence(DeviceState device, BiConsumer<RulePlan, RuleStep> each) {
        for (RulePlan rule : device.plan.rules())
            if (rule.spec().isAboutSilence()) each(device, rule, step -> each.accept(rule, step));
    }

    private void endAll(DeviceState device, long at, String cause) {
        for (RulePlan rule : device.plan.rules())
            watchingEnds(device, rule, at, () -> each(device, rule, step -> step.end(at, cause)));
    }

    private void end(Stamp stamp, Ended ended) {
        DeviceState device = family.find(ended.device());
        if (device == null) return;
        for (RulePlan rule : device.plan.rules())
            if (rule.spec().id().equals(ended.rule()))
                watchingEnds(
                        device,
                        rule,
                        stamp.at(),
                        () -> each(device, rule, step -> step.endByHand(stamp.at(), ended.episode())));
    }

    /** Nobody could be heard from then on: whose silence had not been judged by then has one more interval. */
    void outage(Stamp stamp, long from) {
        until(Math.min(from, stamp.at()));
        for (DeviceState device : family.devices.values())
            eachSilence(device, (rule, step) -> step.await(stamp.at(), device.rules[rule.index()].episode));
        until(stamp.at());
    }

    /** Other rules from here on. What still has a rule of its name goes on, the rest ends. */
    void adopt(Stamp stamp, KindPlan plan) {
        until(stamp.at());
        for (DeviceState device : family.devices.values()) {
            if (!device.plan.spec().kind().equals(plan.spec().kind())) continue;
            KindPlan old = device.plan;
            for (RulePlan rule : old.rules())
                if (like(rule, plan) == null)
                    watchingEnds(
                            device,
                            rule,
                            stamp.at(),
                            () -> each(device, rule, step -> step.end(stamp.at(), "withdrawn")));
            @Nullable Object[] last = device.last;
            RuleState[] states = device.rules;
            device.plan = plan;
            device.last = new Object[plan.channels().size()];
            for (int i = 0; i < last.length; i++) {
                int place = plan.channel(old.channels().get(i));
                if (place >= 0) device.last[place] = last[i];
            }
            device.rules = new RuleState[plan.rules().size()];
            Arrays.setAll(device.rules, i -> new RuleState(""));
            for (RulePlan rule : old.rules()) {
                RulePlan now = like(rule, plan);
                if (now == null) continue;
                RuleState state = states[rule.index()];
                int worst = now.spec().levels().size() - 1;
                state.level = Math.min(state.level, worst);
                state.parts.values().forEach(part -> part.level = Math.min(part.level, worst));
                device.rules[now.index()] = state;
            }
            eachSilence(device, (rule, step) -> {
                if (like(rule, old) == null) step.await(stamp.at(), stamp.offset());
            });
        }
        orders.look(stamp.at());
        until(stamp.at());
    }

    private static @Nullable RulePlan like(RulePlan rule, KindPlan plan) {
        for (RulePlan other : plan.rules())
            if (other.spec().id().equals(rule.spec().id())
                    && Objects.equals(other.spec().per(), rule.spec().per())
                    && other.spec().isAboutSilence() == rule.spec().isAboutSilence()) return other;
        return null;
    }
}
