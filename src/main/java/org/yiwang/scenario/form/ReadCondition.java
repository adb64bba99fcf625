package org.yiwang.scenario.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Scalar;

/** Reads an {@code if}: fields with the values that they must have. Each is required too; otherwise JSON Schema takes a missing answer for a fitting one. */
final class ReadCondition {
    private final Map<String, Field> known;
    private final Faults faults;

    ReadCondition(Map<String, Field> known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    List<Condition.Test> read(Node node) {
        MappingReader when = new MappingReader(node, faults, "properties", "required");
        Map<String, Entry> properties = when.entries("properties");
        if (properties.isEmpty()) faults.fault(when.spot(), "scenario.if-empty");
        List<String> required =
                when.texts("required").stream().map(Scalar::text).toList();
        List<Condition.Test> tests = new ArrayList<>();
        properties.forEach((name, entry) -> {
            if (!required.contains(name)) faults.fault(entry.spot(), "scenario.if-without-required", name);
            test(name, entry).ifPresent(tests::add);
        });
        when.texts("required").stream()
                .filter(name -> !properties.containsKey(name.text()))
                .forEach(name -> faults.fault(name.spot(), "scenario.if-without-value", name.text()));
        return tests;
    }

    private Optional<Condition.Test> test(String name, Entry entry) {
        Field field = known.get(name);
        if (field == null) {
            faults.fault(entry.spot(), "scenario.if-unknown-field", name, String.join(", ", known.keySet()));
            return Optional.empty();
        }
        if (field.kind() != Kind.CHOICE && field.kind() != Kind.YES_NO) {
            faults.fault(entry.spot(), "scenario.if-not-choice", name);
            return Optional.empty();
        }
        MappingReader test = new MappingReader(entry.value(), faults, "const", "enum");
        List<Scalar> values = new ArrayList<>(test.texts("enum"));
        test.node("const").ifPresent(value -> {
            if (value instanceof Scalar scalar) values.add(scalar);
            else faults.fault(value.spot(), "scenario.not-text", "const");
        });
        if (values.isEmpty()) faults.fault(entry.spot(), "scenario.if-without-value", name);
        values.forEach(value -> checkValue(field, value));
        return Optional.of(
                new Condition.Test(name, values.stream().map(Scalar::text).toList()));
    }

    private void checkValue(Field field, Scalar value) {
        if (field.kind() == Kind.YES_NO) {
            if (value.flag() == null)
                faults.fault(value.spot(), "scenario.if-unknown-value", value.text(), field.name(), "true, false");
            return;
        }
        List<String> values = field.choices().stream().map(Choice::value).toList();
        if (!value.json().isString() || !values.contains(value.text()))
            faults.fault(
                    value.spot(), "scenario.if-unknown-value", value.text(), field.name(), String.join(", ", values));
    }
}
