package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Chinese texts have Chinese punctuation (GB/T 15834-2011): full width between Chinese characters. */
class ChinesePunctuationTest {
    private static final Pattern HALF_WIDTH =
            Pattern.compile("(?<=[\\p{IsHan}”》」』）】])[,;:?!()]|[,;:?!()](?=[\\p{IsHan}“《「（【])");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'|`((?:[^`\\\\]|\\\\.)*)`");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void no_text_of_the_product_has_half_width_punctuation_between_chinese_characters() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            texts(file, text -> {
                if (HALF_WIDTH.matcher(text).find()) found.add(file + ": " + text);
            });
        }
        assertThat(found).as("Use ，；：？！（）").isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("src/main/resources", "scenarios", "examples", "web/src/i18n/zh")) {
            try (Stream<Path> some = Files.walk(Path.of(folder))) {
                some.filter(file -> file.toString().matches(".*\\.(yaml|ts)")).forEach(all::add);
            }
        }
        return all;
    }

    private static void texts(Path file, Consumer<String> each) throws IOException {
        if (file.toString().endsWith(".yaml")) walk(YAML.readTree(file.toFile()), each);
        else
            QUOTED.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(each);
    }

    private static void walk(JsonNode node, Consumer<String> each) {
        if (node.isString()) each.accept(node.asString());
        node.propertyNames().forEach(each);
        node.forEach(child -> walk(child, each));
    }
}
