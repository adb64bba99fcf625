package org.yiwang.demonstration.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.lists.model.ListKind;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the items of lists ask, and what people write when they bring them on.
 *
 * @param with on the way
 * @param by when it is handed in
 * @param back when it is sent back
 * @param more when more time is asked
 * @param chase when it is late
 * @param drop when it is dropped
 */
public record ListBook(
        Map<ListKind, List<Entry>> kinds,
        List<String> with,
        List<String> by,
        List<String> back,
        List<String> more,
        List<String> chase,
        String drop) {

    /** @param proof what shows that it is done */
    public record Entry(String title, String unit, @Nullable List<String> helpers, String proof) {}

    List<Entry> of(ListKind kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    public static ListBook read(Path texts) {
        return new YAMLMapper().readValue(texts.resolve("lists.yaml").toFile(), ListBook.class);
    }
}
