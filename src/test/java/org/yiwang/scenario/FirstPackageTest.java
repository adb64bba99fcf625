package org.yiwang.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tutorial and the package that it makes are the same to the letter. */
class FirstPackageTest {
    private static final Path TUTORIAL = Path.of("docs", "your-first-package.md");
    private static final Path PACKAGE = Path.of("scenarios", "abandoned-cars");
    private static final Pattern FILE =
            Pattern.compile("`scenarios/abandoned-cars/([^`]+)`\n\n```\\w+\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void every_file_of_the_package_stands_in_the_tutorial_as_it_is() throws IOException {
        Map<String, String> told = FILE.matcher(Files.readString(TUTORIAL))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult found) -> found.group(1), found -> found.group(2), (a, b) -> a, TreeMap::new));
        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                there.put(
                        PACKAGE.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file).stripTrailing());
        }
        assertThat(told).isNotEmpty().isEqualTo(there);
    }
}
