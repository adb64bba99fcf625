package org.yiwang.alarms.engine;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.alarms.engine.RuleSpec.Hours;
import org.yiwang.alarms.engine.RuleSpec.Level;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.rules.Type;

/** Entries of the log as bytes, for logs that know nothing else. */
public final class EntryCodec {
    private static final int MESSAGE = 1;
    private static final int DEVICE = 2;
    private static final int ENDED = 3;
    private static final int RULES = 4;
    private static final int OUTAGE = 5;

    private EntryCodec() {}

    public static byte[] write(Entry entry) {
        Packer to = new Packer();
        if (entry instanceof Entry.Message message) write(to.number(MESSAGE), message);
        else if (entry instanceof Entry.DeviceSet set) write(to.number(DEVICE).text(set.family()), set.device());
        else if (entry instanceof Entry.Ended ended)
            to.number(ENDED)
                    .text(ended.family())
                    .text(ended.device())
                    .text(ended.rule())
                    .number(ended.episode());
        else if (entry instanceof Entry.RulesSet set) write(to.number(RULES), set.rules());
        else if (entry instanceof Entry.Outage outage) to.number(OUTAGE).number(outage.from());
        return to.bytes();
    }

    public static Entry read(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        int kind = from.small();
        return switch (kind) {
            case MESSAGE ->
                new Entry.Message(from.text(), from.text(), from.text(), time(from), from.maybe(), from.values());
            case DEVICE -> new Entry.DeviceSet(from.text(), device(from));
            case ENDED -> new Entry.Ended(from.text(), from.text(), from.text(), from.number());
            case RULES -> new Entry.RulesSet(rules(from));
            case OUTAGE -> new Entry.Outage(from.number());
            default -> throw new IllegalArgumentException("no kind of entry: " + kind);
        };
    }

    private static void write(Packer to, Entry.Message message) {
        to.text(message.family()).text(message.device()).text(message.kind());
        to.flag(message.time().isPresent());
        if (message.time().isPresent()) to.number(message.time().getAsLong());
        to.maybe(message.id()).values(message.values());
    }

    private static OptionalLong time(Unpacker from) {
        return from.flag() ? OptionalLong.of(from.number()) : OptionalLong.empty();
    }

    static void write(Packer to, Device device) {
        to.text(device.id()).text(device.kind()).maybe(device.parent());
        to.name(device.mode()).values(device.fields());
    }

    static Device device(Unpacker from) {
        return new Device(from.text(), from.text(), from.maybe(), from.name(Device.Mode.class), from.values());
    }

    static void write(Packer to, KindRules rules) {
        to.text(rules.kind()).number(rules.version());
        types(to, rules.channels());
        types(to, rules.fields());
        to.texts(rules.heartbeats().stream().sorted().toList());
        to.number(rules.heartbeatMillis()).number(rules.reorderMillis());
        to.number(rules.lateMillis()).number(rules.zoneSeconds());
        to.each(rules.rules(), rule -> write(to, rule));
    }

    static KindRules rules(Unpacker from) {
        return new KindRules(
                from.text(),
                from.number(),
                types(from),
                types(from),
                Set.copyOf(from.texts()),
                from.number(),
                from.number(),
                from.number(),
                from.small(),
                from.each(() -> rule(from)));
    }

    private static void types(Packer to, SortedMap<String, Type> types) {
        to.each(types.entrySet(), type -> to.text(type.getKey())
                .name(type.getValue().shape())
                .texts(type.getValue().choices()));
    }

    private static SortedMap<String, Type> types(Unpacker from) {
        SortedMap<String, Type> types = new TreeMap<>();
        int size = from.small();
        for (int i = 0; i < size; i++)
            types.put(from.text(), new Type(from.name(Type.Shape.class), List.copyOf(from.texts())));
        return types;
    }

    private static void write(Packer to, RuleSpec rule) {
        to.text(rule.id())
                .texts(rule.on().stream().sorted().toList())
                .maybe(rule.per())
                .maybe(rule.raise());
        to.number(rule.forMillis())
                .number(rule.count())
                .number(rule.withinMillis())
                .number(rule.silentMillis());
        to.each(
                rule.levels(),
                level -> to.name(level.severity()).maybe(level.when()).number(level.afterMillis()));
        to.maybe(rule.clear()).number(rule.clearAfterQuietMillis());
        to.each(
                rule.hours(),
                hours -> to.number(hours.days()).number(hours.from()).number(hours.to()));
        to.number(rule.cooldownMillis()).number(rule.remindMillis());
        to.texts(rule.suppressedBy().stream().sorted().toList()).flag(rule.late());
        to.each(rule.orders(), order -> write(to, order));
    }

    private static RuleSpec rule(Unpacker from) {
        return new RuleSpec(
                from.text(),
                Set.copyOf(from.texts()),
                from.maybe(),
                from.maybe(),
                from.number(),
                from.small(),
                from.number(),
                from.number(),
                from.each(() -> new Level(from.name(Severity.class), from.maybe(), from.number())),
                from.maybe(),
                from.number(),
                from.each(() -> new Hours(from.small(), from.small(), from.small())),
                from.number(),
                from.number(),
                Set.copyOf(from.texts()),
                from.flag(),
                from.each(() -> order(from)));
    }

    static void write(Packer to, Order order) {
        to.text(order.name());
        to.each(order.arguments().entrySet(), one -> to.text(one.getKey()).text(one.getValue()));
        to.maybe(order.unless());
    }

    static Order order(Unpacker from) {
        String name = from.text();
        SortedMap<String, String> arguments = new TreeMap<>();
        int size = from.small();
        for (int i = 0; i < size; i++) arguments.put(from.text(), from.text());
        return new Order(name, arguments, from.maybe());
    }
}
