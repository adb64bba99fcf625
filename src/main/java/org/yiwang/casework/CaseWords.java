package org.yiwang.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The case's vocabulary in both languages: stages, actions, clocks, channels; and what a reporter is told of each stage. */
@Component
public class CaseWords {
    private static final String FILE = "/casework/words.yaml";

    /** One word in both languages. */
    public record Word(String id, String zh, String en) {}

    private final Map<String, List<Word>> lists;

    CaseWords() {
        try (InputStream yaml = CaseWords.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            lists = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Word> states() {
        return list("states");
    }

    public List<Word> actions() {
        return list("actions");
    }

    public List<Word> clocks() {
        return list("clocks");
    }

    public Word state(String id) {
        return word("states", id);
    }

    /** The headings of an exported list, in the order of its columns. */
    public List<Word> columns() {
        return list("columns");
    }

    /** The same for the list of those who come again. */
    public List<Word> repeatColumns() {
        return list("repeatColumns");
    }

    public List<Word> dryRunColumns() {
        return list("dryRunColumns");
    }

    /** What differs under a package that is only tried. */
    public Word difference(String id) {
        return word("differences", id);
    }

    public Word clock(String id) {
        return word("clocks", id);
    }

    public Word channel(String id) {
        return word("channels", id);
    }

    /** What the reporter is told of a stage, in the reporter's words. */
    public Word told(String stage) {
        return word("told", stage);
    }

    private Word word(String list, String id) {
        return list(list).stream()
                .filter(word -> word.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + " has no " + list + " " + id));
    }

    private List<Word> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }
}
