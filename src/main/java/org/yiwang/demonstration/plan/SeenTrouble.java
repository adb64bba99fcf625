package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.rounds.model.Finding;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody must have seen for just one case of a category to follow, and nothing else. Tried out on the round itself, so that no rule is known twice. */
final class SeenTrouble {
    private static final int TRIES_PER_NUMBER = 24;
    private static final int MORE_MAX = 16;

    private final Round round;
    private final Map<String, List<Double>> usual;
    private final Dice dice;

    SeenTrouble(Round round, Map<String, List<Double>> usual, Dice dice) {
        this.round = round;
        this.usual = usual;
        this.dice = dice;
    }

    /** @param answers of the whole checklist */
    record Seen(ObjectNode answers, Finding finding) {}

    /** @param record what the register knows of the place */
    Seen of(String category, ObjectNode record) {
        ObjectNode sound = SoundAnswers.of(round.checklist(), record, usual, dice);
        for (Field field : dice.shuffled(round.checklist().fields())) {
            for (JsonNode answer : answers(field, record)) {
                ObjectNode answers = sound.deepCopy();
                answers.set(field.name(), answer);
                List<Finding> findings = Finding.of(round, answers, record);
                if (findings.size() == 1 && findings.getFirst().category().equals(category))
                    return new Seen(answers, findings.getFirst());
            }
        }
        throw new IllegalArgumentException(
                "No answer on round %s opens just a case of category %s. Take it from /found."
                        .formatted(round.id(), category));
    }

    private List<JsonNode> answers(Field field, ObjectNode record) {
        List<JsonNode> answers = new ArrayList<>();
        if (SoundAnswers.isNumber(field)) for (int i = 0; i < TRIES_PER_NUMBER; i++) answers.add(number(field, record));
        else
            dice.shuffled(field.choices())
                    .forEach(choice -> answers.add(JsonNodeFactory.instance.stringNode(choice.value())));
        return answers;
    }

    /** Some more than the register allows, or somewhat beyond what is usual, above or below; the nearer the likelier. */
    private JsonNode number(Field field, ObjectNode record) {
        List<Double> range = usual.getOrDefault(field.name(), List.of(0.0, 0.0));
        double high =
                record.path(field.name()).isNumber() ? record.path(field.name()).asDouble() : range.getLast();
        double value = range.getLast() == 0
                ? high + dice.skewed(1, MORE_MAX, 2)
                : dice.chance(0.5) ? high * dice.skewed(1.05, 5, 3) : range.getFirst() * dice.skewed(0.95, 0.02, 2);
        return JsonNodeFactory.instance.numberNode(SoundAnswers.written(field, value, Math.max(high, 1)));
    }
}
