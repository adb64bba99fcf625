package org.yiwang.registry.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Masked;
import org.yiwang.registry.model.Site;
import org.yiwang.registry.sheet.SheetCell;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.JsonNode;

/**
 * How an entry is shown in the cells of a table, so that reading it back gives the same.
 *
 * @param language of choices
 * @param committees names by unit
 */
public record ShowCell(String language, Map<String, String> committees) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public SheetCell cell(Column column, Entry entry) {
        Site site = entry.site();
        return switch (column.role()) {
            case FIELD -> column.field() == null ? new SheetCell.Empty() : field(column.field(), entry);
            case LON ->
                site == null
                        ? new SheetCell.Empty()
                        : new SheetCell.Figure(site.point().lon());
            case LAT ->
                site == null
                        ? new SheetCell.Empty()
                        : new SheetCell.Figure(site.point().lat());
            case SHAPE ->
                site == null || site.shape() == null
                        ? new SheetCell.Empty()
                        : new SheetCell.Text(site.shape().toString());
            case SHOWN -> shown(column, entry, site);
        };
    }

    private SheetCell shown(Column column, Entry entry, @Nullable Site site) {
        return switch (column.name()) {
            case Columns.COMMITTEE -> {
                String unit = site == null ? null : site.committee();
                yield unit == null ? new SheetCell.Empty() : new SheetCell.Text(committees.getOrDefault(unit, unit));
            }
            case Columns.CONFIRMED -> day(entry.confirmedAt());
            case Columns.RETIRED -> entry.retiredAt() == null ? new SheetCell.Empty() : day(entry.retiredAt());
            default -> new SheetCell.Empty();
        };
    }

    private static SheetCell day(Instant at) {
        return new SheetCell.Day(at.atZone(SHANGHAI).toLocalDate());
    }

    private SheetCell field(Field field, Entry entry) {
        JsonNode value = entry.data().path(field.name());
        if (value.isMissingNode() || value.isNull()) return new SheetCell.Empty();
        return switch (field.kind()) {
            case LINE, TEXT, RECORD ->
                new SheetCell.Text(field.personal() ? Masked.text(value.asString()) : value.asString());
            case NUMBER, INTEGER -> number(value.decimalValue());
            case DATE -> new SheetCell.Day(LocalDate.parse(value.asString()));
            case MOMENT -> new SheetCell.Moment(local(value.asString()));
            case YES_NO -> new SheetCell.Text(new TableWords(language).say(value.asBoolean() ? "yes" : "no"));
            case CHOICE -> new SheetCell.Text(title(field, value.asString()));
            case CHOICES -> new SheetCell.Text(joined(field, value));
            case PLACE ->
                new SheetCell.Text(
                        value.path(0).asString() + "," + value.path(1).asString());
            case PHOTOS -> new SheetCell.Empty();
        };
    }

    /** A cell keeps fifteen digits; what has more leaves as text. */
    private static SheetCell number(BigDecimal value) {
        BigDecimal kept = BigDecimal.valueOf(value.doubleValue());
        return kept.compareTo(value) == 0 && value.precision() <= SheetCell.DIGITS_KEPT
                ? new SheetCell.Figure(value.doubleValue())
                : new SheetCell.Text(value.toPlainString());
    }

    private static LocalDateTime local(String moment) {
        return OffsetDateTime.parse(moment).atZoneSameInstant(SHANGHAI).toLocalDateTime();
    }

    private String joined(Field field, JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> title(field, value.asString()))
                .collect(Collectors.joining("、"));
    }

    private String title(Field field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::title)
                .map(title -> title.in(language))
                .findFirst()
                .orElse(value);
    }
}
