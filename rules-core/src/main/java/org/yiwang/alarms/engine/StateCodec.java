package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yiwang.alarms.engine.DeviceState.Waiting;

/** What is known of a family as bytes: two states that will say the same have the same bytes. */
final class StateCodec {
    private StateCodec() {}

    static byte[] write(FamilyState family) {
        Packer to = new Packer();
        to.text(family.id);
        write(to, family.flood);
        to.each(family.devices.values(), device -> write(to, device));
        if (!family.asked.isEmpty()) to.each(family.asked, one -> write(to, one));
        return to.bytes();
    }

    /** @param plans the rules of each kind, as they were when it was written */
    static FamilyState read(byte[] bytes, Function<String, KindPlan> plans) {
        Unpacker from = new Unpacker(bytes);
        FamilyState family = new FamilyState(from.text());
        read(from, family.flood);
        for (DeviceState device : from.each(() -> device(from, plans))) family.devices.put(device.device.id(), device);
        if (from.hasMore()) family.asked.addAll(from.each(() -> asked(from)));
        return family;
    }

    private static void write(Packer to, Asked asked) {
        to.text(asked.device()).text(asked.rule()).text(asked.part()).number(asked.episode());
        to.text(asked.order());
    }

    private static Asked asked(Unpacker from) {
        return new Asked(from.text(), from.text(), from.text(), from.number(), from.text());
    }

    private static void write(Packer to, Flood flood) {
        for (long raised : flood.raised) to.number(raised);
        to.number(flood.next).flag(flood.isOn).number(flood.episode);
        to.number(flood.heldBackAt).number(flood.heldBack);
    }

    private static void read(Unpacker from, Flood flood) {
        for (int i = 0; i < flood.raised.length; i++) flood.raised[i] = from.number();
        flood.next = from.small();
        flood.isOn = from.flag();
        flood.episode = from.number();
        flood.heldBackAt = from.number();
        flood.heldBack = from.small();
    }

    private static void write(Packer to, DeviceState device) {
        EntryCodec.write(to, device.device);
        to.number(device.heardAt).fixed(device.frontier).flag(device.clockWrong);
        to.number(device.duplicates).number(device.lates);
        to.number(device.last.length);
        for (Object value : device.last) to.value(value);
        to.number(device.rules.length);
        for (RuleState rule : device.rules) write(to, rule);
        to.each(device.waiting, waiting -> write(to, waiting));
        longs(to, device.seen);
        longs(to, device.seenAt);
        to.number(device.seenNext);
    }

    private static DeviceState device(Unpacker from, Function<String, KindPlan> plans) {
        Device device = EntryCodec.device(from);
        DeviceState state = new DeviceState(device, plans.apply(device.kind()));
        state.heardAt = from.number();
        state.frontier = from.fixed();
        state.clockWrong = from.flag();
        state.duplicates = from.small();
        state.lates = from.small();
        int channels = from.small();
        for (int i = 0; i < channels; i++) state.last[i] = from.value();
        int rules = from.small();
        for (int i = 0; i < rules; i++) read(from, state.rules[i]);
        List<Waiting> waiting = from.each(() -> waiting(from));
        state.waiting = waiting.isEmpty() ? List.of() : new ArrayList<>(waiting);
        state.seen = longs(from);
        state.seenAt = longs(from);
        state.seenNext = from.small();
        return state;
    }

    private static void write(Packer to, RuleState rule) {
        to.name(rule.phase).number(rule.since).number(rule.episode).number(rule.held);
        to.number(rule.level).number(rule.number).flag(rule.hidden);
        longs(to, rule.hits);
        to.number(rule.notBefore).number(rule.remindAt);
        to.each(rule.parts.values(), part -> write(to.text(part.part), part));
    }

    private static void read(Unpacker from, RuleState rule) {
        rule.phase = from.name(RuleState.Phase.class);
        rule.since = from.number();
        rule.episode = from.number();
        rule.held = from.number();
        rule.level = from.small();
        rule.number = from.small();
        rule.hidden = from.flag();
        rule.hits = longs(from);
        rule.notBefore = from.number();
        rule.remindAt = from.number();
        int parts = from.small();
        for (int i = 0; i < parts; i++) read(from, rule.of(from.text()));
    }

    private static void write(Packer to, Waiting waiting) {
        to.number(waiting.stamp().partition())
                .number(waiting.stamp().offset())
                .number(waiting.stamp().at());
        to.raw(EntryCodec.write(waiting.message()));
        to.number(waiting.time()).number(waiting.until()).flag(waiting.late());
    }

    private static Waiting waiting(Unpacker from) {
        Stamp stamp = new Stamp(from.small(), from.number(), from.number());
        var message = (Entry.Message) EntryCodec.read(from.raw());
        return new Waiting(stamp, message, from.number(), from.number(), from.flag());
    }

    private static void longs(Packer to, long[] numbers) {
        to.number(numbers.length);
        for (long number : numbers) to.number(number);
    }

    private static long[] longs(Unpacker from) {
        int size = from.small();
        if (size == 0) return RuleState.NONE;
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) numbers[i] = from.number();
        return numbers;
    }
}
