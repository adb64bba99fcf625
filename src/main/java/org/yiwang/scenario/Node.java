package org.yiwang.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A piece of a package's YAML that knows where it stands. */
public sealed interface Node {
    Spot spot();

    /** The same without its place, typed as YAML 1.2 types it. */
    JsonNode json();

    record Mapping(Spot spot, Map<String, Entry> entries) implements Node {
        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            entries.forEach((key, entry) -> json.set(key, entry.value().json()));
            return json;
        }
    }

    record Entry(Spot spot, Node value) {}

    record Sequence(Spot spot, List<Node> items) implements Node {
        @Override
        public ArrayNode json() {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> json.add(item.json()));
            return json;
        }
    }

    /** @param quoted a quoted text is text, whatever it looks like */
    record Scalar(Spot spot, String text, boolean quoted) implements Node {
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        public @Nullable Boolean flag() {
            if (quoted) return null;
            return switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }

        public @Nullable BigDecimal number() {
            return !quoted && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        }

        @Override
        public JsonNode json() {
            JsonNodeFactory json = JsonNodeFactory.instance;
            if (isNull()) return json.nullNode();
            Boolean flag = flag();
            if (flag != null) return json.booleanNode(flag);
            BigDecimal number = number();
            if (number == null) return json.stringNode(text);
            return number.scale() == 0 ? json.numberNode(number.longValueExact()) : json.numberNode(number);
        }
    }
}
