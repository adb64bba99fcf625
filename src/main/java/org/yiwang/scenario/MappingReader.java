package org.yiwang.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Node.Sequence;

/**
 * Reads a mapping of a package's YAML and notes everything that is wrong with it. What is missing or wrong reads as something harmless, so that the rest is
 * checked too; nobody uses it, because a package with faults is not published.
 */
public final class MappingReader {
    private final Mapping mapping;
    private final Faults faults;

    /** @param known every key that may stand here; others are faults */
    public MappingReader(Node node, Faults faults, String... known) {
        this(node, faults, List.of(known));
    }

    public MappingReader(Node node, Faults faults, List<String> known) {
        this.faults = faults;
        if (!(node instanceof Mapping read)) {
            faults.fault(node.spot(), "scenario.not-mapping", String.join(", ", known));
            mapping = new Mapping(node.spot(), Map.of());
            return;
        }
        mapping = read;
        read.entries().forEach((key, entry) -> {
            if (!known.contains(key)) faults.fault(entry.spot(), "scenario.unknown-key", key, String.join(", ", known));
        });
    }

    public Spot spot() {
        return mapping.spot();
    }

    /** Where the key stands, or the mapping where it is missing. */
    public Spot spot(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.spot() : entry.spot();
    }

    /** The value where there is one. */
    public Optional<Node> node(String key) {
        return mapping.get(key).filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
    }

    /** The value; a fault where there is none. */
    public Optional<Node> required(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) faults.fault(spot(key), "scenario.key-missing", key);
        return node;
    }

    /** A text that must be there. */
    public String text(String key, int charactersMax) {
        return required(key).map(node -> text(key, node, charactersMax)).orElse("");
    }

    public Optional<String> optionalText(String key, int charactersMax) {
        return node(key).map(node -> text(key, node, charactersMax));
    }

    private String text(String key, Node node, int charactersMax) {
        if (!(node instanceof Scalar scalar)) {
            faults.fault(node.spot(), "scenario.not-text", key);
            return "";
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) faults.fault(node.spot(), "scenario.key-missing", key);
        if (text.length() > charactersMax) faults.fault(node.spot(), "scenario.text-too-long", key, charactersMax);
        return text;
    }

    /** One of a list; its first where it is missing or wrong. */
    public String oneOf(String key, List<String> choices) {
        return required(key).map(node -> oneOf(key, node, choices)).orElse(choices.getFirst());
    }

    public Optional<String> optionalOneOf(String key, List<String> choices) {
        return node(key).map(node -> oneOf(key, node, choices));
    }

    private String oneOf(String key, Node node, List<String> choices) {
        if (node instanceof Scalar scalar && choices.contains(scalar.text())) return scalar.text();
        String shown = node instanceof Scalar scalar ? scalar.text() : "…";
        faults.fault(node.spot(), "scenario.not-one-of", key, shown, String.join(", ", choices));
        return choices.getFirst();
    }

    /** True or false; false where it is missing. */
    public boolean flag(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) return false;
        Boolean flag = node.get() instanceof Scalar scalar ? scalar.flag() : null;
        if (flag == null) faults.fault(node.get().spot(), "scenario.not-flag", key);
        return Boolean.TRUE.equals(flag);
    }

    /** A whole number within bounds. */
    public Optional<Integer> whole(String key, int min, int max) {
        return node(key).map(node -> {
            BigDecimal number = node instanceof Scalar scalar ? scalar.number() : null;
            if (number != null && isWholeWithin(number, min, max)) return number.intValueExact();
            faults.fault(node.spot(), "scenario.not-whole", key, min, max);
            return min;
        });
    }

    private static boolean isWholeWithin(BigDecimal number, int min, int max) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    /** The entries of a list; none where it is missing. */
    public List<Node> list(String key) {
        return node(key)
                .map(node -> {
                    if (node instanceof Sequence sequence) return sequence.items();
                    faults.fault(node.spot(), "scenario.not-list", key);
                    return List.<Node>of();
                })
                .orElse(List.of());
    }

    /** The entries of a list of texts. */
    public List<Scalar> texts(String key) {
        return list(key).stream()
                .<Scalar>mapMulti((node, out) -> {
                    if (node instanceof Scalar scalar) out.accept(scalar);
                    else faults.fault(node.spot(), "scenario.not-text", key);
                })
                .toList();
    }

    /** The entries of a mapping with keys of its own, in order; none where it is missing. */
    public Map<String, Entry> entries(String key) {
        return node(key)
                .map(node -> {
                    if (node instanceof Mapping inner) return inner.entries();
                    faults.fault(node.spot(), "scenario.not-mapping", "…");
                    return Map.<String, Entry>of();
                })
                .orElse(Map.of());
    }
}
