package org.yiwang.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a reporter is asked about a category, and the groups that categories stand in. */
@Component
public class CategoryQuestions {
    private static final String FILE = "/casework/categories.yaml";
    private static final int GROUP_CHARACTERS = 3;

    /** Kinds of answer, as GeoReport v2 names them. */
    public enum Datatype {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Datatype of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** One of the answers of a list. */
    public record Value(String key, String zh, String en) {}

    public record Question(
            String key,
            String zh,
            String en,
            Datatype datatype,
            boolean required,
            @Nullable List<Value> values) {

        public List<Value> choices() {
            return values == null ? List.of() : values;
        }
    }

    public record Group(String zh, String en) {}

    record File(Map<String, Group> groups, Map<String, List<Question>> attributes) {}

    private final File file;

    public CategoryQuestions() {
        try (InputStream yaml = CategoryQuestions.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            file = new YAMLMapper().readValue(yaml, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Question> of(String category) {
        return file.attributes.getOrDefault(category, List.of());
    }

    /** Those of every category that asks any, by its code. */
    public Map<String, List<Question>> all() {
        return file.attributes;
    }

    public Group group(String category) {
        String id = category.substring(0, Math.min(GROUP_CHARACTERS, category.length()));
        return file.groups.getOrDefault(id, new Group("其他", "Other"));
    }
}
