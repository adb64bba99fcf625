package org.yiwang.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What a request answers to the questions of its service: parameters {@code attribute[key]}, several values as {@code attribute[key][]} or by repetition. */
final class GivenAttributes {
    private static final Pattern PARAMETER = Pattern.compile("attribute\\[([^\\[\\]]*)](\\[])?");

    private GivenAttributes() {}

    static Map<String, List<String>> of(MultiValueMap<String, String> form) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            Matcher parameter = PARAMETER.matcher(name);
            if (parameter.matches())
                given.computeIfAbsent(parameter.group(1), key -> new ArrayList<>())
                        .addAll(values);
        });
        return given;
    }
}
