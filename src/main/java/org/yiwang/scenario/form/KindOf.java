package org.yiwang.scenario.form;

import java.util.Arrays;
import java.util.List;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;

/** Tells from a property's keywords what kind of field it is. */
record KindOf(Faults faults) {
    private enum Type {
        STRING,
        NUMBER,
        INTEGER,
        BOOLEAN,
        ARRAY;

        static final List<String> NAMES = Arrays.stream(values()).map(Type::id).toList();

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Kind of(Entry entry) {
        if (!(entry.value() instanceof Mapping field)) return Kind.LINE;
        String type = text(field, "type");
        if (!Type.NAMES.contains(type)) {
            String known = String.join(", ", Type.NAMES);
            faults.fault(entry.spot(), "scenario.not-one-of", "type", type.isEmpty() ? "–" : type, known);
            return Kind.LINE;
        }
        return switch (Type.valueOf(type.toUpperCase(java.util.Locale.ROOT))) {
            case STRING -> ofString(field);
            case NUMBER -> Kind.NUMBER;
            case INTEGER -> Kind.INTEGER;
            case BOOLEAN -> Kind.YES_NO;
            case ARRAY -> ofArray(field);
        };
    }

    private Kind ofString(Mapping field) {
        if (field.get("oneOf").isPresent()) return Kind.CHOICE;
        if (field.get("x-register").isPresent()) return Kind.RECORD;
        if (field.get("format").isPresent()) return ofFormat(field);
        if (field.get("x-widget").isEmpty()) return Kind.LINE;
        return oneOf(field, "x-widget", List.of("text"), List.of(Kind.TEXT));
    }

    private Kind ofFormat(Mapping field) {
        return oneOf(field, "format", List.of("date", "date-time"), List.of(Kind.DATE, Kind.MOMENT));
    }

    private Kind ofArray(Mapping field) {
        if (field.get("x-widget").isEmpty()) return Kind.CHOICES;
        Kind kind = oneOf(field, "x-widget", List.of("photo", "place"), List.of(Kind.PHOTOS, Kind.PLACE));
        checkItems(field, kind);
        return kind;
    }

    private void checkItems(Mapping field, Kind kind) {
        String wanted = kind == Kind.PHOTOS ? "{type: string, format: uuid}" : "{type: number}";
        boolean fits = field.get("items")
                .filter(items -> items instanceof Mapping of
                        && (kind == Kind.PHOTOS
                                ? of.entries().size() == 2
                                        && text(of, "type").equals("string")
                                        && text(of, "format").equals("uuid")
                                : of.entries().size() == 1 && text(of, "type").equals("number")))
                .isPresent();
        if (!fits) faults.fault(field.spot(), "scenario.items", kind.id(), wanted);
    }

    private Kind oneOf(Mapping field, String key, List<String> names, List<Kind> kinds) {
        int at = names.indexOf(text(field, key));
        if (at >= 0) return kinds.get(at);
        faults.fault(
                field.get(key).map(Node::spot).orElse(field.spot()),
                "scenario.not-one-of",
                key,
                text(field, key),
                String.join(", ", names));
        return kinds.getFirst();
    }

    private static String text(Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof Scalar scalar ? scalar.text() : "…")
                .orElse("");
    }
}
