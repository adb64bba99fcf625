package org.yiwang.demonstration.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import org.yiwang.scenario.form.Opens;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody ticks on a checklist where nothing is wrong, and where something is. */
final class SoundAnswers {
    private static final double LEAST_SHARE = 0.25;

    private SoundAnswers() {}

    /**
     * Everything that has to be answered, in such a way that no case follows.
     *
     * @param known what the register says of the same things: a choice is taken over, a number is a limit
     * @param usual between which numbers lie; where it does not say, well within the limits
     */
    static ObjectNode of(Form form, ObjectNode known, Map<String, List<Double>> usual, Dice dice) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (Field field : form.fields()) {
            if (!field.isRequired(answers) || isKnown(field, known, answers)) continue;
            if (isNumber(field))
                answers.put(field.name(), atMost(field, answers, number(field, known, usual.get(field.name()), dice)));
            else answer(field, answers, dice);
        }
        return answers;
    }

    private static BigDecimal atMost(Field field, ObjectNode answers, BigDecimal number) {
        String other = field.atMost();
        return other == null || !answers.path(other).isNumber()
                ? number
                : number.min(answers.path(other).decimalValue());
    }

    static boolean isNumber(Field field) {
        return field.kind() == Kind.NUMBER || field.kind() == Kind.INTEGER;
    }

    private static BigDecimal number(Field field, ObjectNode known, @Nullable List<Double> usual, Dice dice) {
        if (usual != null) return written(field, dice.skewed(usual.getFirst(), usual.getLast(), 1), usual.getLast());
        if (known.path(field.name()).isNumber()) {
            double limit = known.path(field.name()).asDouble();
            return written(field, Math.floor(limit * (LEAST_SHARE + (1 - LEAST_SHARE) * dice.share())), limit);
        }
        return reading(field, dice);
    }

    /** As somebody would write it down: the smaller the values, the more places. */
    static BigDecimal written(Field field, double value, double scale) {
        int places = field.kind() == Kind.INTEGER ? 0 : scale < 1 ? 3 : scale < 10 ? 2 : 1;
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }

    private static boolean isKnown(Field field, ObjectNode known, ObjectNode answers) {
        String value = known.path(field.name()).asString("");
        if (field.choices().stream().noneMatch(choice -> choice.value().equals(value) && choice.opens() == null))
            return false;
        answers.put(field.name(), value);
        return true;
    }

    /** The same with the answer that opens a case of this category, if the list has one. */
    static boolean put(Form form, ObjectNode answers, String category) {
        for (Field field : form.fields()) {
            Optional<Choice> choice = field.choices().stream()
                    .filter(one -> category.equals(one.opens()))
                    .findFirst();
            if (choice.isEmpty() || !field.isAsked(answers)) continue;
            if (opensSomething(field, answers)) continue;
            answers.put(field.name(), choice.get().value());
            return true;
        }
        return false;
    }

    private static boolean opensSomething(Field field, ObjectNode answers) {
        return field.choices().stream()
                .anyMatch(choice -> choice.opens() != null
                        && choice.value().equals(answers.path(field.name()).asString("")));
    }

    private static void answer(Field field, ObjectNode answers, Dice dice) {
        switch (field.kind()) {
            case CHOICE -> answers.put(field.name(), dice.pick(harmless(field)).value());
            case CHOICES ->
                answers.putArray(field.name()).add(dice.pick(harmless(field)).value());
            case NUMBER, INTEGER -> throw new IllegalStateException("Numbers have limits");
            case YES_NO -> answers.put(field.name(), true);
            case LINE, TEXT -> answers.put(field.name(), "正常");
            case DATE, MOMENT, PHOTOS, PLACE, RECORD ->
                throw new IllegalStateException("Nobody can say what is sound about " + field.name());
        }
    }

    /** Mostly the first, which is how lists are written. */
    private static List<Choice> harmless(Field field) {
        List<Choice> sound = field.choices().stream()
                .filter(choice -> choice.opens() == null)
                .toList();
        return sound.isEmpty() ? field.choices() : sound.subList(0, 1);
    }

    /** A number well within the limits beyond which cases are opened. */
    private static BigDecimal reading(Field field, Dice dice) {
        double low = bound(field.bounds().min(), 0);
        double high = bound(field.bounds().max(), low + 100);
        for (Opens opens : field.opens()) {
            if (opens.above() != null) high = Math.min(high, opens.above().doubleValue());
            if (opens.below() != null) low = Math.max(low, opens.below().doubleValue());
        }
        double value = low + (high - low) * (0.15 + 0.6 * dice.share());
        int scale = field.kind() == Kind.INTEGER ? 0 : high - low < 10 ? 2 : 1;
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP);
    }

    private static double bound(@Nullable BigDecimal bound, double otherwise) {
        return bound == null ? otherwise : bound.doubleValue();
    }
}
