package org.yiwang.scenario.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Node.Sequence;

/** Reads {@code x-opens} of a number: one band beyond which a case is opened, or several, of which the first that holds counts. */
record ReadOpens(Faults faults) {
    private static final int BANDS_MAX = 8;
    private static final int CODE_CHARACTERS_MAX = 40;

    List<Opens> of(MappingReader field, Kind kind) {
        if (kind != Kind.NUMBER && kind != Kind.INTEGER) return List.of();
        return field.node("x-opens").map(this::bands).orElse(List.of());
    }

    private List<Opens> bands(Node node) {
        if (!(node instanceof Sequence sequence)) return List.of(band(node));
        if (sequence.items().isEmpty() || sequence.items().size() > BANDS_MAX)
            faults.fault(node.spot(), "scenario.opens-count", BANDS_MAX);
        return sequence.items().stream().map(this::band).toList();
    }

    private Opens band(Node node) {
        MappingReader band = new MappingReader(node, faults, "code", "above", "below");
        String code = band.text("code", CODE_CHARACTERS_MAX);
        BigDecimal above = number(band, "above");
        BigDecimal below = number(band, "below");
        if (band.node("above").isEmpty() && band.node("below").isEmpty())
            faults.fault(band.spot(), "scenario.opens-without-bound", code);
        if (above != null && below != null && above.compareTo(below) < 0)
            faults.fault(band.spot("above"), "scenario.opens-always", above.toPlainString(), below.toPlainString());
        return new Opens(code, above, below);
    }

    private @Nullable BigDecimal number(MappingReader band, String key) {
        Node node = band.node(key).orElse(null);
        if (node == null) return null;
        BigDecimal number = node instanceof Scalar scalar ? scalar.number() : null;
        if (number == null) faults.fault(node.spot(), "scenario.not-number", key);
        return number;
    }
}
