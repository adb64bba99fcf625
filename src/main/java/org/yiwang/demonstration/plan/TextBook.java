package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All sentences of the demonstration, by name and by category. Read from the folder of texts; no sentence stands in code. */
public final class TextBook {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * One sentence.
     *
     * @param tags it is said only when one of these holds; empty = always
     */
    record Line(Set<String> tags, String text) {
        static Line parse(String text) {
            if (!text.startsWith("@")) return new Line(Set.of(), text);
            int end = text.indexOf(' ');
            return new Line(Set.of(text.substring(1, end).split(",")), text.substring(end + 1));
        }

        boolean fits(Set<String> now) {
            return tags.isEmpty() || tags.stream().anyMatch(now::contains);
        }
    }

    /**
     * What is said about one category.
     *
     * @param counted what is said instead of what was seen, where a round counted it
     */
    record About(String what, String place, List<Line> seen, List<Line> counted, List<Line> demand, List<Line> done) {}

    private final Map<String, List<Line>> lists = new HashMap<>();
    private final Map<String, About> categories = new HashMap<>();
    private final Map<String, String> harms = new HashMap<>();
    private final AnswerBook answers;
    private final StepBook steps;
    private final List<String> surnames;
    private final List<String> women;
    private final List<String> men;

    private TextBook(Path folder) throws IOException {
        answers = AnswerBook.read(folder);
        steps = StepBook.read(folder);
        Map<String, String> names = new HashMap<>();
        read(folder, "people")
                .properties()
                .forEach(row -> names.put(row.getKey(), row.getValue().asString()));
        surnames = words(names, "common");
        women = words(names, "women");
        men = words(names, "men");
        for (String file : List.of("words", "voices"))
            read(folder, file).properties().forEach(row -> add(row.getKey(), row.getValue()));
        for (String file : List.of("events", "components", "hotline")) {
            read(folder, file).properties().forEach(row -> categories.put(row.getKey(), about(row.getValue())));
        }
    }

    public static TextBook read(Path folder) throws IOException {
        return new TextBook(folder);
    }

    /** Every category that something can be said about. */
    public Set<String> categories() {
        return categories.keySet();
    }

    AnswerBook answers() {
        return answers;
    }

    StepBook steps() {
        return steps;
    }

    About about(String category) {
        About found = categories.get(category);
        if (found == null)
            throw new IllegalArgumentException(
                    "Nothing is said about category %s. Add it to the texts.".formatted(category));
        return found;
    }

    @Nullable
    List<Line> list(String name) {
        return lists.get(name);
    }

    /** A made-up person. */
    record Name(String surname, String given, boolean woman) {
        String full() {
            return surname + given;
        }
    }

    Name name(Dice dice) {
        boolean woman = dice.chance(0.56);
        return new Name(dice.pick(surnames), dice.pick(woman ? women : men), woman);
    }

    /** What a matter does to people, such as {@code noise}; by the longest beginning of its code. */
    String harm(String category) {
        for (int length = category.length(); length > 0; length--) {
            String harm = harms.get(category.substring(0, length));
            if (harm != null) return harm;
        }
        throw new IllegalArgumentException(
                "The texts do not say what category %s does to people. Add it to harms.".formatted(category));
    }

    private void add(String name, JsonNode value) {
        if (name.equals("harms")) {
            value.properties()
                    .forEach(row ->
                            row.getValue().valueStream().forEach(code -> harms.put(code.asString(), row.getKey())));
            return;
        }
        if (value.isObject()) value.properties().forEach(row -> add(name + "." + row.getKey(), row.getValue()));
        else lists.put(name, lines(value));
    }

    private static About about(JsonNode node) {
        String what = node.path("what").asString("");
        return new About(
                what,
                node.path("place").asString(),
                lines(node.path("seen")),
                lines(node.path("counted")),
                lines(node.path("demand")),
                lines(node.path("done")));
    }

    private static List<Line> lines(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).map(Line::parse).toList();
    }

    private static List<String> words(Map<String, String> names, String key) {
        return Arrays.asList(names.getOrDefault(key, "").split(" "));
    }

    private static JsonNode read(Path folder, String name) throws IOException {
        return YAML.readTree(Files.readString(folder.resolve(name + ".yaml")));
    }
}
