package org.yiwang.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one spelling of a JSON value, so that equal values have equal hashes: members in the order of their names (UTF-16), no white space, the escapes of
 * RFC 8785. Numbers deviate from RFC 8785: they are written as plain decimals without trailing zeros, because a double cannot hold every one of ours.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalJson() {}

    public static byte[] bytes(Object value) {
        return text(value).getBytes(UTF_8);
    }

    public static String text(Object value) {
        StringBuilder out = new StringBuilder();
        write(value instanceof JsonNode node ? node : MAPPER.valueToTree(value), out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> array(node, out);
            case STRING -> string(node.stringValue(), out);
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING -> out.append("null");
            case BINARY, POJO -> string(node.asString(), out);
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        List<String> names = new ArrayList<>(node.propertyNames());
        names.sort(null);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) out.append(',');
            string(names.get(i), out);
            out.append(':');
            write(node.get(names.get(i)), out);
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) out.append(',');
            write(node.get(i), out);
        }
        out.append(']');
    }

    /** @throws tools.jackson.databind.exc.JsonNodeException for what JSON cannot hold, such as NaN */
    private static String number(JsonNode node) {
        BigDecimal plain = node.decimalValue().stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(text, i, c, out);
            }
        }
        out.append('"');
    }

    private static void character(String text, int i, char c, StringBuilder out) {
        // A lone half of a surrogate pair has no UTF-8 form; unescaped, two different texts would get one hash.
        if (c < ' ' || isLone(text, i, c)) out.append("\\u%04x".formatted((int) c));
        else out.append(c);
    }

    private static boolean isLone(String text, int i, char c) {
        if (Character.isHighSurrogate(c))
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
