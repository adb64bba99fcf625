package org.yiwang.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;

/**
 * What a package says in other languages than Chinese, from {@code texts/<language>.yaml}: under the path of what it names, such as
 * {@code registers.shop.fields.industry.food}. A path that names something and holds others too keeps its own text under {@code title}.
 */
public final class Texts {
    private static final String OWN = "title";
    private static final Texts NONE = new Texts(Map.of());

    private final Map<String, Node> byLanguage;

    /** @param byLanguage the documents of {@code texts/}, by language */
    public Texts(Map<String, Node> byLanguage) {
        this.byLanguage = new TreeMap<>(byLanguage);
    }

    public static Texts none() {
        return NONE;
    }

    /** The words of what stands at the path; a warning at {@code spot} for each language in which they are missing. */
    public Words words(String zh, String path, Spot spot, Faults faults) {
        Map<String, String> others = new HashMap<>();
        byLanguage.forEach((language, root) -> text(root, path)
                .ifPresentOrElse(
                        text -> others.put(language, text),
                        () -> faults.warning(spot, "scenario.text-missing", zh, language, path)));
        return new Words(zh, others);
    }

    private static Optional<String> text(Node root, String path) {
        @Nullable Node node = root;
        for (String step : List.of(path.split("\\.", -1)))
            node = node instanceof Mapping mapping ? mapping.get(step).orElse(null) : null;
        if (node instanceof Mapping mapping) node = mapping.get(OWN).orElse(null);
        return node instanceof Scalar scalar && !scalar.text().isBlank()
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }
}
