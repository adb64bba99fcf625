package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What reporters answer to the questions of a category, never against their own words. Read from the folder of texts; no answer stands in code. */
final class AnswerBook {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * One possible answer.
     *
     * @param when words of the report that it belongs to; null = it goes with any
     * @param ago before the report, where a time is asked for
     */
    record Line(
            @Nullable String when,
            List<String> say,
            @Nullable Duration ago) {
        List<String> said(Instant at) {
            return ago == null ? say : List.of(at.minus(ago).toString());
        }

        static Line of(JsonNode node) {
            if (!node.isObject()) return new Line(null, texts(node), null);
            JsonNode ago = node.path("ago");
            return new Line(
                    node.has("if") ? node.get("if").asString() : null,
                    texts(node.path("say")),
                    ago.isMissingNode() ? null : Duration.ofMinutes(ago.asLong()));
        }

        private static List<String> texts(JsonNode node) {
            if (node.isMissingNode()) return List.of();
            return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
        }
    }

    private final Map<String, Map<String, List<Line>>> categories = new LinkedHashMap<>();

    private AnswerBook(JsonNode file) {
        file.properties().forEach(category -> {
            Map<String, List<Line>> questions = new LinkedHashMap<>();
            category.getValue()
                    .properties()
                    .forEach(row -> questions.put(
                            row.getKey(),
                            row.getValue().valueStream().map(Line::of).toList()));
            if (questions.values().stream().noneMatch(lines -> lines.stream().anyMatch(line -> line.when() == null)))
                throw new IllegalArgumentException(
                        "answers.yaml: %s has no answer that goes with any report. Add a line without \"if\"."
                                .formatted(category.getKey()));
            categories.put(category.getKey(), questions);
        });
    }

    static AnswerBook read(Path folder) throws IOException {
        return new AnswerBook(YAML.readTree(Files.readString(folder.resolve("answers.yaml"))));
    }

    boolean knows(String category) {
        return categories.containsKey(category);
    }

    /** Answers by the key of the question; at least one. */
    Map<String, List<String>> answers(String category, String description, Instant at, Dice dice) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        categories.getOrDefault(category, Map.of()).forEach((question, lines) -> {
            List<Line> fitting = fitting(lines, description);
            if (!fitting.isEmpty()) all.put(question, dice.pick(fitting).said(at));
        });
        return all;
    }

    private static List<Line> fitting(List<Line> lines, String description) {
        List<Line> any = new ArrayList<>();
        for (Line line : lines) {
            if (line.when() == null) any.add(line);
            else if (description.contains(line.when())) return List.of(line);
        }
        return any;
    }
}
