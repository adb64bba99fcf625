package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The documents say what the code is. */
class ArchitectureTest {
    private static final Path PAGE = Path.of("ARCHITECTURE.md");
    private static final Pattern NAMED_FILE =
            Pattern.compile("`((?:casework|refusals|examples|web|docs)/[\\w./-]+\\.\\w+)`");
    private static final int COLUMNS = 4;

    @Test
    void the_table_of_modules_names_every_module_with_what_it_may_use() throws Exception {
        assertThat(written()).isEqualTo(built());
    }

    @Test
    void every_file_that_the_page_names_is_there() throws IOException {
        Matcher named = NAMED_FILE.matcher(Files.readString(PAGE));
        List<String> missing = named.results()
                .map(found -> found.group(1))
                .filter(name -> Stream.of(Path.of(name), Path.of("src/main/resources", name))
                        .noneMatch(Files::exists))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_link_of_the_documents_leads_to_a_file() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!http|#)([^)#]+)");
        for (String page :
                List.of("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md")) {
            link.matcher(Files.readString(Path.of(page))).results().forEach(found -> assertThat(Path.of(found.group(1)))
                    .as("%s links to it", page)
                    .exists());
        }
    }

    private static Map<String, TreeSet<String>> written() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|") && !line.contains("---") && !line.contains("| module |"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > COLUMNS)
                .collect(Collectors.toMap(
                        cells -> cells[2].strip(),
                        cells -> names(cells[4].strip().split(", ")),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, TreeSet<String>> built() throws Exception {
        Map<String, TreeSet<String>> all = new TreeMap<>();
        for (var module : ApplicationModules.of(Yiwang.class)) {
            String name = module.getIdentifier().toString();
            if (module.getBasePackage().getName().equals("org.yiwang")) continue;
            Class<?> contract = Class.forName("org.yiwang." + name + ".package-info");
            ApplicationModule allows = contract.getAnnotation(ApplicationModule.class);
            all.put(name, allows == null ? names() : names(allows.allowedDependencies()));
        }
        return all;
    }

    private static TreeSet<String> names(String... names) {
        return Arrays.stream(names).filter(name -> !name.equals("–")).collect(Collectors.toCollection(TreeSet::new));
    }
}
