package org.yiwang.advice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.advice.model.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** From which sentence of the demonstration a matter was made: the one of its category whose fixed parts stand in it. */
final class Sentences {
    private static final Path TEXTS = Path.of("examples", "texts");
    private static final int CHARACTERS_MIN = 2;

    /** A sentence by its fixed parts. */
    private record Sentence(String whole, List<String> parts) {
        static Sentence of(String text) {
            String plain = text.startsWith("@") ? text.substring(text.indexOf(' ') + 1) : text;
            List<String> parts = Arrays.stream(plain.split("\\{[^}]*}|\\[[^]]*]", -1))
                    .filter(part -> part.length() >= CHARACTERS_MIN)
                    .toList();
            return new Sentence(text, parts);
        }

        boolean isIn(String text) {
            return !parts.isEmpty() && parts.stream().allMatch(text::contains);
        }

        int length() {
            return parts.stream().mapToInt(String::length).sum();
        }
    }

    private final Map<String, List<Sentence>> seen = new HashMap<>();
    private final Map<String, List<Sentence>> demands = new HashMap<>();

    static Sentences read() throws IOException {
        Sentences all = new Sentences();
        for (String file : List.of("hotline", "events", "components")) {
            JsonNode categories =
                    new YAMLMapper().readTree(TEXTS.resolve(file + ".yaml").toFile());
            categories.propertyStream().forEach(one -> {
                all.seen.put(one.getKey(), sentences(one.getValue().path("seen")));
                all.demands.put(one.getKey(), sentences(one.getValue().path("demand")));
            });
        }
        return all;
    }

    private static List<Sentence> sentences(JsonNode list) {
        return list.valueStream().map(one -> Sentence.of(one.asString(""))).toList();
    }

    /** The sentence, with its category; the text itself where none fits, as nothing else was made from it. */
    String of(Example example) {
        return seen.getOrDefault(example.category(), List.of()).stream()
                .filter(one -> one.isIn(example.text()))
                .max(Comparator.comparingInt(Sentence::length))
                .map(one -> example.category() + one.whole)
                .orElse(example.text());
    }

    /** What was asked for comes from sentences of the category too, and would give it away. */
    String withoutDemand(Example example) {
        String text = example.text();
        for (Sentence one : demands.getOrDefault(example.category(), List.of()))
            if (one.isIn(text)) for (String part : one.parts) text = text.replace(part, "");
        return text;
    }
}
