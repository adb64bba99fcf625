package org.yiwang.casework;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** A dry run as a table in the words of one language: one line for each difference. */
@Component
public class DryRunTable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(WorkCalendar.ZONE);

    /** One difference of one case. */
    public record Row(List<String> cells) {}

    private final CaseWords words;
    private final Units units;

    DryRunTable(CaseWords words, Units units) {
        this.words = words;
        this.units = units;
    }

    public List<String> heading(Locale locale) {
        return words.dryRunColumns().stream().map(word -> say(word, locale)).toList();
    }

    /** What a kind of difference is called. */
    public String kind(Difference.Kind kind, Locale locale) {
        return say(words.difference(kind.id()), locale);
    }

    public List<Row> rows(Tenant tenant, DryRun.Result result, Locale locale) {
        UnitTree tree = units.tree(tenant);
        List<Row> rows = new ArrayList<>();
        for (DryRun.Changed one : result.items())
            for (Difference change : one.changes())
                rows.add(new Row(List.of(
                        one.number(),
                        one.category(),
                        say(words.state(one.state().id()), locale),
                        MOMENT.format(one.reportedAt()),
                        kind(change.kind(), locale)
                                + (change.clock() == null
                                        ? ""
                                        : " " + say(words.clock(change.clock().id()), locale)),
                        said(change, change.before(), tree, locale),
                        said(
                                change,
                                isEnglish(locale) && change.afterEn() != null ? change.afterEn() : change.after(),
                                tree,
                                locale))));
        return rows;
    }

    private String said(Difference change, @Nullable String value, UnitTree tree, Locale locale) {
        if (value == null || value.isEmpty()) return "";
        return switch (change.kind()) {
            case LEAD, ASSISTANTS ->
                Arrays.stream(value.split(",", -1))
                        .map(unit -> tree.find(new UnitId(unit))
                                .map(found -> name(found, locale))
                                .orElse(unit))
                        .collect(Collectors.joining(isEnglish(locale) ? ", " : "、"));
            case DUE, LATE, NO_LONGER_LATE -> MOMENT.format(Instant.parse(value));
            case GONE, URGENCY, STEPS, QUESTIONS -> value;
        };
    }

    private static String name(Unit unit, Locale locale) {
        return isEnglish(locale) ? unit.nameEn() : unit.name();
    }

    private static String say(CaseWords.Word word, Locale locale) {
        return isEnglish(locale) ? word.en() : word.zh();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
