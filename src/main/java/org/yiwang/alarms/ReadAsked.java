package org.yiwang.alarms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.Orders;

/**
 * Reads what a rule asks of the device. What has to be taken back may be asked only where something is stated that forbids it, and that may speak only of what stands at any
 * moment: it is looked at again whenever anything changes, until the alarm is over.
 *
 * @param scope of the kind's conditions
 * @param isOrdered whether its messages are read in the order in which they come; one that waits for others could forbid something too late
 */
record ReadAsked(Scope scope, Orders known, boolean isOrdered, Faults faults) {
    private static final Set<String> ALWAYS = Set.of("alarms", "hour", "weekday");

    List<Order> all(MappingReader rule) {
        List<Order> orders = new ArrayList<>();
        rule.entries("orders").forEach((name, entry) -> orders.add(order(name, entry)));
        return orders;
    }

    private Order order(String name, Entry entry) {
        MappingReader read = new MappingReader(entry.value(), faults, "unless", "with");
        TreeMap<String, String> arguments = new TreeMap<>();
        read.entries("with").forEach((key, value) -> {
            if (value.value() instanceof Node.Scalar scalar) arguments.put(key, scalar.text());
            else faults.fault(value.spot(), "scenario.not-text", key);
        });
        String unless = unless(read);
        OrderKind kind = known.all().get(name);
        if (kind == null)
            faults.fault(
                    entry.spot(),
                    "sensing.no-order",
                    name,
                    String.join(", ", known.all().keySet()));
        else check(kind, entry, arguments, unless);
        return new Order(name, arguments, unless);
    }

    private void check(OrderKind kind, Entry entry, Map<String, String> arguments, @Nullable String unless) {
        kind.fault(arguments).ifPresent(name -> faults.fault(entry.spot(), "sensing.bad-argument", name));
        if (kind.release() != null && unless == null)
            faults.fault(entry.spot(), "alarms.hold-without-unless", kind.id());
        if (unless != null && !isOrdered) faults.fault(entry.spot(), "alarms.reorder-and-orders", kind.id());
    }

    private @Nullable String unless(MappingReader read) {
        Map<String, Type> standing = new LinkedHashMap<>();
        scope.names().forEach((name, type) -> {
            if (ALWAYS.contains(name) || name.startsWith("last.") || name.startsWith("device."))
                standing.put(name, type);
        });
        return read.node("unless")
                .flatMap(node -> Rule.parse(node, new Scope(standing), Type.FLAG, faults))
                .map(Rule::source)
                .orElse(null);
    }
}
