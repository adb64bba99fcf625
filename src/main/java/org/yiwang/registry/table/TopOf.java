package org.yiwang.registry.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.sheet.SheetWriter.Format;
import org.yiwang.registry.sheet.SheetWriter.Top;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Condition;
import org.yiwang.scenario.form.Field;

/** The top of a column, with all that somebody who fills it in has to know. */
record TopOf(Register register, TableWords words) {

    Top top(Column column) {
        Field field = column.field();
        return new Top(column.heading(words.language()), format(column), isWanted(field), note(column));
    }

    static boolean isWanted(@Nullable Field field) {
        return field != null && field.required().contains(Condition.ALWAYS);
    }

    private static Format format(Column column) {
        Field field = column.field();
        if (field == null) return column.role() == Column.Role.SHAPE ? Format.TEXT : Format.NUMBER;
        return switch (field.kind()) {
            case NUMBER, INTEGER -> Format.NUMBER;
            case DATE -> Format.DAY;
            case MOMENT -> Format.MOMENT;
            case LINE, TEXT, YES_NO, CHOICE, CHOICES, PHOTOS, PLACE, RECORD -> Format.TEXT;
        };
    }

    /** What has to be known, a line each. */
    String note(Column column) {
        List<String> lines = new ArrayList<>();
        Field field = column.field();
        lines.add(words.say(
                isWanted(field) ? "wanted" : field != null && !field.required().isEmpty() ? "sometimes" : "optional"));
        if (register.key().contains(column.name())) lines.add(words.say("key"));
        if (field != null && field.hint() != null) lines.add(field.hint().in(words.language()));
        if (!field(field).equals(Condition.ALWAYS)) lines.add(words.say("asked-when", condition(field(field))));
        lines.add(field == null ? words.say(column.role().name().toLowerCase(java.util.Locale.ROOT)) : kind(field));
        if (field != null && field.personal()) lines.add(words.say("personal"));
        return String.join("\n", lines);
    }

    private static Condition field(@Nullable Field field) {
        return field == null ? Condition.ALWAYS : field.shown();
    }

    private String condition(Condition when) {
        String tests = when.tests().stream().map(this::test).collect(Collectors.joining(words.say("and")));
        return when.negated() ? words.say("not", tests) : tests;
    }

    private String test(Condition.Test test) {
        Field field = register.field(test.field());
        String values = test.values().stream()
                .map(value -> field.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(choice -> choice.title().in(words.language()))
                        .findFirst()
                        .orElse(value.equals("true") ? words.say("yes") : words.say("no")))
                .collect(Collectors.joining(words.say("or")));
        return field.title().in(words.language()) + words.say("is") + values;
    }

    private String kind(Field field) {
        return switch (field.kind()) {
            case LINE, TEXT ->
                words.say(
                        "text",
                        field.bounds().max() == null
                                ? "-"
                                : field.bounds().max().toPlainString());
            case NUMBER, INTEGER ->
                words.say("number", field.unit() == null ? "" : field.unit().in(words.language()));
            case DATE -> words.say("day");
            case MOMENT -> words.say("moment");
            case YES_NO -> words.say("flag");
            case CHOICE -> words.say("choice", titles(field));
            case CHOICES -> words.say("choices", titles(field));
            case RECORD -> words.say("entry");
            case PLACE -> words.say("place");
            case PHOTOS -> "";
        };
    }

    private String titles(Field field) {
        return field.choices().stream()
                .map(Choice::title)
                .map(title -> title.in(words.language()))
                .collect(Collectors.joining("、"));
    }
}
