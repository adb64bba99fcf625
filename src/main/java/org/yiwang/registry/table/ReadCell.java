package org.yiwang.registry.table;

import static java.util.regex.Pattern.compile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.SearchText;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What a cell means for a field. Whatever can be read in one way only is accepted; what might mean something else is refused by cell. */
final class ReadCell {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern DAY =
            compile("(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号]?|(\\d{2})(\\d{2}))");
    private static final Pattern TIME = compile("(\\d{1,2})[:时](\\d{2})(?:[:分](\\d{2})?)?秒?");
    private static final Pattern NUMBER = compile("[-+]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?");
    private static final Pattern BETWEEN_CHOICES = compile("[、,，;；\\n]+");
    private static final List<String> YES = List.of("是", "有", "√", "✓", "true", "yes", "y", "1");
    private static final List<String> NO = List.of("否", "无", "没有", "×", "✗", "false", "no", "n", "0");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReadCell() {}

    /** @throws org.yiwang.platform.RefusedException saying what the cell should hold */
    static JsonNode value(Field field, CellValue cell) {
        if (cell instanceof CellValue.Broken(String sign)) throw refused("registry.cell-broken", sign);
        return switch (field.kind()) {
            case LINE, TEXT, RECORD -> StringNode.valueOf(text(cell));
            case NUMBER, INTEGER -> DecimalNode.valueOf(number(field, cell));
            case DATE -> StringNode.valueOf(day(cell).toString());
            case MOMENT -> StringNode.valueOf(moment(cell));
            case YES_NO -> BooleanNode.valueOf(flag(cell));
            case CHOICE -> StringNode.valueOf(choice(field, cell.shown()).value());
            case CHOICES -> choices(field, cell.shown());
            case PLACE -> place(cell);
            case PHOTOS -> throw refused("registry.cell-not-read");
        };
    }

    /** A degree of longitude or latitude. */
    static double degrees(CellValue cell) {
        if (cell instanceof CellValue.Broken(String sign)) throw refused("registry.cell-broken", sign);
        return plainNumber(cell)
                .orElseThrow(() -> refused("registry.cell-no-number", cell.shown()))
                .doubleValue();
    }

    static String text(CellValue cell) {
        return switch (cell) {
            case CellValue.Text(String text) -> storable(text);
            case CellValue.Figure number -> {
                if (!number.isExact()) throw refused("registry.cell-digits-lost", number.shown());
                yield number.shown();
            }
            case CellValue.Moment moment -> throw refused("registry.cell-became-date", moment.shown());
            case CellValue.Truth truth -> truth.shown();
            case CellValue.Broken(String sign) -> throw refused("registry.cell-broken", sign);
        };
    }

    /** Control characters and halves of characters cannot be stored, or not be seen. */
    private static String storable(String text) {
        boolean odd = text.codePoints()
                .anyMatch(sign -> (sign < ' ' && sign != '\n' && sign != '\t' && sign != '\r')
                        || Character.getType(sign) == Character.SURROGATE);
        if (odd) throw refused("registry.cell-unstorable");
        return text;
    }

    private static BigDecimal number(Field field, CellValue cell) {
        Optional<BigDecimal> number = plainNumber(cell);
        if (number.isEmpty() && field.unit() != null && cell instanceof CellValue.Text(String text)) {
            String unit = field.unit().zh();
            if (text.endsWith(unit)) number = parsed(text.substring(0, text.length() - unit.length()));
        }
        return number.orElseThrow(() -> refused("registry.cell-no-number", cell.shown()));
    }

    private static Optional<BigDecimal> plainNumber(CellValue cell) {
        return switch (cell) {
            case CellValue.Figure number -> Optional.of(new BigDecimal(number.shown()));
            case CellValue.Text(String text) -> parsed(text);
            case CellValue.Moment ignored -> Optional.empty();
            case CellValue.Truth ignored -> Optional.empty();
            case CellValue.Broken ignored -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> parsed(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain.replace(",", ""))) : Optional.empty();
    }

    private static LocalDate day(CellValue cell) {
        if (cell instanceof CellValue.Moment moment) return moment.at().toLocalDate();
        Matcher written = DAY.matcher(Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC));
        if (!written.matches() || cell instanceof CellValue.Truth) throw refused("registry.cell-no-date", cell.shown());
        return day(written, cell);
    }

    private static LocalDate day(Matcher written, CellValue cell) {
        int first = written.group(2) != null ? 2 : written.group(4) != null ? 4 : 6;
        try {
            return LocalDate.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(first)),
                    Integer.parseInt(written.group(first + 1)));
        } catch (DateTimeException e) {
            throw refused("registry.cell-no-such-day", cell.shown());
        }
    }

    private static String moment(CellValue cell) {
        if (cell instanceof CellValue.Moment known) return written(known.at());
        String text = Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC).strip();
        int gap = text.indexOf(' ');
        Matcher day = DAY.matcher(gap < 0 ? text : text.substring(0, gap));
        Matcher time = TIME.matcher(gap < 0 ? "00:00" : text.substring(gap + 1).strip());
        if (!day.matches() || !time.matches()) throw refused("registry.cell-no-moment", cell.shown());
        try {
            String seconds = time.group(3);
            LocalTime clock = LocalTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    seconds == null ? 0 : Integer.parseInt(seconds));
            return written(day(day, cell).atTime(clock));
        } catch (DateTimeException e) {
            throw refused("registry.cell-no-moment", cell.shown());
        }
    }

    private static String written(LocalDateTime at) {
        ZoneOffset offset = SHANGHAI.getRules().getOffset(at);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(offset));
    }

    private static boolean flag(CellValue cell) {
        if (cell instanceof CellValue.Truth(boolean value)) return value;
        String given = cell.shown().strip().toLowerCase(Locale.ROOT);
        if (YES.contains(given)) return true;
        if (NO.contains(given)) return false;
        throw refused("registry.cell-no-flag", cell.shown());
    }

    private static Choice choice(Field field, String given) {
        String wanted = SearchText.plain(given);
        return field.choices().stream()
                .filter(choice -> isCalled(choice, wanted))
                .findFirst()
                .orElseThrow(() -> refused("registry.cell-no-choice", given, titles(field)));
    }

    private static boolean isCalled(Choice choice, String wanted) {
        return SearchText.plain(choice.value()).equals(wanted)
                || SearchText.plain(choice.title().zh()).equals(wanted)
                || choice.title().others().values().stream()
                        .anyMatch(title -> SearchText.plain(title).equals(wanted));
    }

    private static ArrayNode choices(Field field, String given) {
        ArrayNode chosen = JSON.arrayNode();
        List<String> seen = new ArrayList<>();
        for (String one : BETWEEN_CHOICES.split(given, -1)) {
            if (one.isBlank()) continue;
            String value = choice(field, one).value();
            if (!seen.contains(value)) chosen.add(value);
            seen.add(value);
        }
        return chosen;
    }

    private static ArrayNode place(CellValue cell) {
        String[] parts = cell.shown().split("[,，\\s]+", -1);
        if (parts.length != 2) throw refused("registry.cell-no-place", cell.shown());
        ArrayNode place = JSON.arrayNode();
        for (String part : parts)
            place.add(parsed(part).orElseThrow(() -> refused("registry.cell-no-place", cell.shown())));
        return place;
    }

    private static String titles(Field field) {
        return String.join(
                "、", field.choices().stream().map(choice -> choice.title().zh()).toList());
    }

    private static org.yiwang.platform.RefusedException refused(String code, Object... arguments) {
        return Refusal.refuse(Refusal.Kind.INVALID, code, arguments).exception();
    }
}
