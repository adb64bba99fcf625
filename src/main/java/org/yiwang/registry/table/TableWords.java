package org.yiwang.registry.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a sheet says of itself, from {@code registry/sheets.yaml}: key → [Chinese, English].
 *
 * @param language zh or en
 */
public record TableWords(String language) {
    private static final Map<String, List<String>> WORDS = read();

    public static TableWords in(Locale locale) {
        return new TableWords(locale.getLanguage().equals("en") ? "en" : "zh");
    }

    public String say(String key, Object... arguments) {
        List<String> both = Objects.requireNonNull(WORDS.get(key), () -> "registry/sheets.yaml lacks " + key);
        return new MessageFormat(both.get(language.equals("en") ? 1 : 0).replace("'", "''"), Locale.ROOT)
                .format(arguments);
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Objects.requireNonNull(TableWords.class.getResourceAsStream("/registry/sheets.yaml"))) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
