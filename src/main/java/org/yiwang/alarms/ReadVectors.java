package org.yiwang.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.Vector;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;

/** Reads the examples that a package gives of its rules. Their times are whole seconds from the beginning. */
record ReadVectors(KindRules rules, SortedMap<String, Type> fields, Faults faults) {
    private static final int SECONDS_MAX = 14 * 86_400;
    private static final int NAME_MAX = 100;

    List<Vector> all(List<Node> nodes) {
        List<Vector> all = new ArrayList<>();
        for (Node node : nodes) all.add(vector(node));
        return all;
    }

    private Vector vector(Node node) {
        MappingReader read = new MappingReader(node, faults, "name", "device", "said", "expected", "until");
        List<Vector.Said> said = new ArrayList<>();
        for (Node one : read.list("said")) said.add(said(one));
        List<Vector.Expected> expected = new ArrayList<>();
        for (Node one : read.list("expected")) expected.add(expected(one));
        read.required("until");
        return new Vector(
                read.text("name", NAME_MAX),
                read.spot(),
                values(read, "device", fields),
                said,
                expected,
                seconds(read, "until"));
    }

    private Vector.Said said(Node node) {
        MappingReader read = new MappingReader(node, faults, "at", "message", "values");
        return new Vector.Said(
                seconds(read, "at"), read.text("message", NAME_MAX), values(read, "values", rules.channels()));
    }

    private SortedMap<String, Object> values(MappingReader read, String key, SortedMap<String, Type> known) {
        TreeMap<String, Object> values = new TreeMap<>();
        read.entries(key).forEach((name, entry) -> {
            Type type = known.get(name);
            if (type == null || !(entry.value() instanceof Scalar scalar)) {
                faults.fault(entry.spot(), "rule.unknown-name", name, String.join(", ", known.keySet()));
                return;
            }
            Object value = value(type, scalar);
            if (value != null) values.put(name, value);
            else faults.fault(entry.spot(), "alarms.bad-value", name);
        });
        return values;
    }

    private static @Nullable Object value(Type type, Scalar scalar) {
        return switch (type.shape()) {
            case NUMBER -> scalar.number() == null ? null : scalar.number().doubleValue();
            case FLAG -> scalar.flag();
            case TEXT, TEXTS -> scalar.text();
        };
    }

    private Vector.Expected expected(Node node) {
        MappingReader read = new MappingReader(node, faults, "at", "rule", "what", "severity");
        List<String> ids = rules.rules().stream().map(RuleSpec::id).toList();
        return new Vector.Expected(
                seconds(read, "at"),
                ids.isEmpty() ? "" : read.oneOf("rule", ids),
                Output.What.valueOf(
                        read.oneOf("what", names(Output.What.values())).toUpperCase(Locale.ROOT)),
                Severity.valueOf(
                        read.oneOf("severity", names(Severity.values())).toUpperCase(Locale.ROOT)));
    }

    private static List<String> names(Enum<?>... all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private long seconds(MappingReader read, String key) {
        return 1000L * read.whole(key, 0, SECONDS_MAX).orElse(0);
    }
}
