package org.yiwang.scenario.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node.Scalar;

/** Reads how much a field takes at least and at most, and fills in what is left open: nothing is without bounds. */
record ReadBounds(Faults faults) {
    static final int LINE_CHARACTERS_MAX = 200;
    static final int TEXT_CHARACTERS_MAX = 4_000;
    static final int PHOTOS_MAX = 9;
    static final int CHOSEN_MAX = 200;

    private static final int LINE_CHARACTERS = 100;
    private static final int TEXT_CHARACTERS = 500;
    private static final int PHOTOS = 6;
    private static final BigDecimal NUMBER_MAX = new BigDecimal("999999999999");

    Field.Bounds of(MappingReader field, Kind kind) {
        return switch (kind) {
            case LINE -> counted(field, "minLength", "maxLength", LINE_CHARACTERS, LINE_CHARACTERS_MAX);
            case TEXT -> counted(field, "minLength", "maxLength", TEXT_CHARACTERS, TEXT_CHARACTERS_MAX);
            case CHOICES -> counted(field, "minItems", "maxItems", CHOSEN_MAX, CHOSEN_MAX);
            case PHOTOS -> counted(field, "minItems", "maxItems", PHOTOS, PHOTOS_MAX);
            case PLACE -> counted(field, "minItems", "maxItems", 2, 2);
            case RECORD -> bounds(null, BigDecimal.valueOf(LINE_CHARACTERS));
            case NUMBER, INTEGER -> numbers(field, kind);
            case DATE, MOMENT, YES_NO, CHOICE -> Field.Bounds.NONE;
        };
    }

    private Field.Bounds counted(MappingReader field, String least, String most, int usual, int highest) {
        Integer min = field.whole(least, 0, highest).orElse(null);
        int max = field.whole(most, 1, highest).orElse(usual);
        if (min != null && min > max) faults.fault(field.spot(least), "scenario.bounds", min, max);
        return bounds(min == null ? null : BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    private Field.Bounds numbers(MappingReader field, Kind kind) {
        BigDecimal min = number(field, "minimum", kind, NUMBER_MAX.negate());
        BigDecimal max = number(field, "maximum", kind, NUMBER_MAX);
        if (min.compareTo(max) > 0) faults.fault(field.spot("minimum"), "scenario.bounds", min, max);
        return bounds(min, max);
    }

    private BigDecimal number(MappingReader field, String key, Kind kind, BigDecimal open) {
        return field.node(key)
                .map(node -> {
                    BigDecimal number = node instanceof Scalar scalar ? scalar.number() : null;
                    boolean fits = number != null
                            && number.abs().compareTo(NUMBER_MAX) <= 0
                            && (kind == Kind.NUMBER
                                    || number.stripTrailingZeros().scale() <= 0);
                    if (!fits) faults.fault(node.spot(), "scenario.not-number", key);
                    return fits ? number : open;
                })
                .orElse(open);
    }

    private static Field.Bounds bounds(@Nullable BigDecimal min, BigDecimal max) {
        return new Field.Bounds(min, max);
    }
}
