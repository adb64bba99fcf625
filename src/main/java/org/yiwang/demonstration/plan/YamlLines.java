package org.yiwang.demonstration.plan;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of a YAML file each value stands, by JSON pointer (RFC 6901). */
final class YamlLines {
    private final Map<String, Integer> lines = new HashMap<>();

    YamlLines(YAMLMapper yaml, String text) {
        try (JsonParser parser = yaml.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
    }

    /** The line of the value or of the nearest thing around it that has one. */
    int of(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) return line;
        }
        return 1;
    }
}
