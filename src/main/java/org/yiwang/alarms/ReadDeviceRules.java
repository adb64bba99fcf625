package org.yiwang.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindPlan;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.model.FollowUp;
import org.yiwang.alarms.model.TryVector;
import org.yiwang.alarms.model.Vector;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.DeviceFields;
import org.yiwang.sensing.DeviceKinds;
import org.yiwang.sensing.ReadDuration;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.model.Orders;
import org.yiwang.sensing.model.ValueField;

/** Reads {@code rules/*.yaml}, one file for each kind of device; docs/alarms.md says what each key means. */
final class ReadDeviceRules {
    static final String FOLDER = "rules";
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int RULES_MAX = 40;
    private static final int NAME_CHARACTERS_MAX = 40;
    /** Shanghai keeps no summer time. */
    private static final int ZONE_SECONDS = 8 * 3600;

    private final PackageFiles files;
    private final int version;
    private final Faults faults;
    private final Map<String, DeviceKind> kinds;

    private ReadDeviceRules(PackageFiles files, int version, Faults faults) {
        this.files = files;
        this.version = version;
        this.faults = faults;
        kinds = DeviceKinds.of(files);
    }

    /** Everything that the package states; what is wrong is among the faults. */
    static List<DeviceRules> all(PackageFiles files, int version, Faults faults) {
        ReadDeviceRules read = new ReadDeviceRules(files, version, faults);
        List<DeviceRules> all = new ArrayList<>();
        files.documents(FOLDER).forEach((kind, node) -> all.add(read.kind(kind, node)));
        return all;
    }

    private DeviceRules kind(String id, Node node) {
        MappingReader read = new MappingReader(
                node,
                faults,
                "heartbeats",
                "reorder",
                "late",
                "rules",
                "examples",
                ReadFollowUp.DEVICE_CASE,
                ReadFollowUp.PARTIES);
        DeviceKind kind = kinds.get(id);
        if (kind == null) faults.fault(read.spot(), "alarms.unknown-kind", id, String.join(", ", kinds.keySet()));
        KindRules bare = bare(id, kind, read);
        List<RuleSpec> specs = new ArrayList<>();
        Map<String, Words> names = new LinkedHashMap<>();
        Map<String, FollowUp> follows = new LinkedHashMap<>();
        ReadFollowUp follow = new ReadFollowUp(files, read, faults);
        Map<String, Node.Entry> entries = read.entries("rules");
        if (entries.size() > RULES_MAX) faults.fault(read.spot("rules"), "sensing.too-many", "rules", RULES_MAX);
        ReadAsked asked = new ReadAsked(
                KindPlan.scope(bare), kind == null ? Orders.NONE : kind.orders(), bare.reorderMillis() == 0, faults);
        ReadRuleSpec spec = new ReadRuleSpec(KindPlan.scope(bare), messages(kind), entries.keySet(), asked, faults);
        entries.forEach((name, entry) -> {
            MappingReader rule = spec.reader(entry.value());
            names.put(name, name(rule, FOLDER + "." + id + "." + name));
            specs.add(spec.rule(name, entry.spot(), rule));
            follows.put(name, follow.of(specs.getLast(), rule));
        });
        KindRules rules = FieldsUsed.only(bare.with(specs));
        List<Vector> vectors = new ReadVectors(rules, bare.fields(), faults).all(read.list("examples"));
        if (faults.isSound()) vectors.forEach(vector -> tryOut(rules, vector));
        return new DeviceRules(files.pack().id(), rules, names, follows, follow.parties(), vectors);
    }

    private Words name(MappingReader rule, String path) {
        String zh = rule.text("name", NAME_CHARACTERS_MAX);
        return zh.isEmpty() ? Words.of(zh) : files.texts().words(zh, path + ".name", rule.spot("name"), faults);
    }

    private static Set<String> messages(@Nullable DeviceKind kind) {
        return kind == null ? Set.of() : kind.messages().keySet();
    }

    private KindRules bare(String id, @Nullable DeviceKind kind, MappingReader read) {
        Set<String> heartbeats = new HashSet<>();
        for (Node.Scalar one : read.texts("heartbeats")) {
            if (kind != null && !kind.messages().containsKey(one.text()))
                faults.fault(one.spot(), "alarms.unknown-message", one.text(), String.join(", ", messages(kind)));
            heartbeats.add(one.text());
        }
        return new KindRules(
                id,
                version,
                channels(kind, read),
                kind == null ? new TreeMap<>() : DeviceFields.types(kind),
                heartbeats,
                kind == null ? 0 : kind.heartbeat().toMillis(),
                ReadDuration.of(read, "reorder", 0, faults)
                        .orElse(Duration.ZERO)
                        .toMillis(),
                ReadDuration.of(read, "late", 0, faults).orElse(LATE).toMillis(),
                ZONE_SECONDS,
                List.of());
    }

    /** What messages carry under one name has to be of one type, else no condition could speak of it. */
    private SortedMap<String, Type> channels(@Nullable DeviceKind kind, MappingReader read) {
        SortedMap<String, Type> channels = new TreeMap<>();
        if (kind == null) return channels;
        kind.messages().values().forEach(message -> message.values().forEach(value -> {
            Type type = type(value);
            if (KindPlan.RESERVED.contains(value.name()))
                faults.fault(read.spot(), "alarms.channel-reserved", value.name(), kind.id());
            Type before = channels.put(value.name(), type);
            if (before == null || before.equals(type)) return;
            if (before.shape() != type.shape())
                faults.fault(read.spot(), "alarms.channel-differs", value.name(), kind.id());
            channels.put(value.name(), new Type(type.shape(), List.of()));
        }));
        return channels;
    }

    private static Type type(ValueField value) {
        return switch (value.type()) {
            case NUMBER, WHOLE -> Type.NUMBER;
            case TRUTH -> Type.FLAG;
            case TEXT -> Type.TEXT;
            case CHOICE ->
                Type.oneOf(value.choices().stream().map(ValueField.Choice::code).toList());
        };
    }

    private void tryOut(KindRules rules, Vector vector) {
        List<Vector.Expected> came = TryVector.outcome(rules, vector);
        if (!came.equals(vector.expected()))
            faults.fault(vector.spot(), "alarms.example-fails", vector.name(), words(vector.expected()), words(came));
    }

    private static String words(List<Vector.Expected> lines) {
        return lines.isEmpty()
                ? "–"
                : String.join(
                        " · ", lines.stream().map(Vector.Expected::toString).toList());
    }
}
