package org.yiwang.platform;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of every refusal, from {@code refusals/*.yaml}: code → language → [what happened and why, remedy]. */
@Component
public class RefusalTexts {

    /** One refusal in one language. */
    public record Words(String sentence, String remedy) {}

    private static final TypeReference<Map<String, Map<String, List<String>>>> FORM = new TypeReference<>() {};

    private final Map<String, Map<String, List<String>>> texts = new HashMap<>();

    public RefusalTexts() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:refusals/*.yaml")) {
            try (InputStream in = file.getInputStream()) {
                texts.putAll(yaml.readValue(in, FORM));
            }
        }
    }

    /** Words for the refusal in the nearest language: Chinese unless English is asked for. */
    public Words words(Refusal refusal, Locale locale) {
        Map<String, List<String>> languages = texts.get(refusal.code());
        if (languages == null) return new Words(refusal.code() + " " + refusal.arguments(), "");
        List<String> words = languages.get(locale.getLanguage().equals("en") ? "en" : "zh");
        if (words == null) throw new IllegalStateException("No words for " + refusal.code());
        Object[] arguments = refusal.arguments().stream().map(Object::toString).toArray();
        return new Words(format(words.get(0), arguments), format(words.get(1), arguments));
    }

    public boolean knows(String code) {
        return texts.containsKey(code);
    }

    private static String format(String pattern, Object[] arguments) {
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
    }
}
