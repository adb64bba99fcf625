package org.yiwang.indicators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Better;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Rounding;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.ReadStatement;
import org.yiwang.indicators.model.Statement;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.ReadYaml;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;

/** Reads {@code indicators/<name>.sql}: words in the comment lines at its top, the select of the figure, and after a line {@code -- drill-down} that of its records. */
record ReadIndicator(PackageFiles files, Faults faults) {
    static final String FOLDER = "indicators";
    static final String ENDING = ".sql";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern DRILL_DOWN = Pattern.compile("--\\s*drill-down\\s*");
    private static final int TITLE_CHARACTERS_MAX = 30;
    private static final int UNIT_CHARACTERS_MAX = 10;
    private static final int FORMULA_CHARACTERS_MAX = 200;
    private static final int WORD_CHARACTERS_MAX = 10;
    private static final int DECIMALS_MAX = 4;
    private static final int ROUND_TO_MAX = 1_000_000;
    private static final int ORDER_MAX = 999;
    private static final List<String> KINDS = Indicator.ids(Kind.values());
    private static final List<String> BETTER = Indicator.ids(Better.values());
    private static final List<String> SPLITS = Indicator.ids(Split.values());
    private static final String PER_CENT = "%";

    /** By name of the file; those that cannot be read are left out, with a fault. */
    static Map<String, Indicator> all(PackageFiles files, Faults faults) {
        ReadIndicator read = new ReadIndicator(files, faults);
        Map<String, Indicator> indicators = new TreeMap<>();
        for (String path : paths(files)) {
            String name = path.substring(FOLDER.length() + 1, path.length() - ENDING.length());
            read.indicator(path, name).ifPresent(indicator -> indicators.put(name, indicator));
        }
        return indicators;
    }

    static List<String> paths(PackageFiles files) {
        return files.paths().stream()
                .filter(path -> path.startsWith(FOLDER + "/") && path.endsWith(ENDING))
                .toList();
    }

    private Optional<Indicator> indicator(String path, String name) {
        if (!NAME.matcher(name).matches()) faults.fault(new Spot(path, 1), "indicators.name", name);
        List<String> lines =
                new String(files.bytes(path).orElseThrow(), UTF_8).lines().toList();
        int top = 0;
        while (top < lines.size() && lines.get(top).startsWith("--")) top++;
        int drill = top;
        while (drill < lines.size() && !DRILL_DOWN.matcher(lines.get(drill)).matches()) drill++;
        if (top == 0) faults.fault(new Spot(path, 1), "indicators.no-words");
        if (drill == lines.size()) faults.fault(new Spot(path, Math.max(1, drill)), "indicators.no-drill-down");
        if (top == 0 || drill == lines.size()) return Optional.empty();
        Statement figure = statement(path, lines, top, drill);
        Statement records = statement(path, lines, drill + 1, lines.size());
        return ReadYaml.of(path, yaml(lines.subList(0, top)).getBytes(UTF_8), faults)
                .map(words -> indicator(name, words, figure, records));
    }

    /** Without the comment signs, line by line, so that what is wrong is found in the same line. */
    private static String yaml(List<String> lines) {
        return String.join(
                "\n",
                lines.stream()
                        .map(line -> line.startsWith("-- ") ? line.substring(3) : line.substring(2))
                        .toList());
    }

    private Statement statement(String path, List<String> lines, int from, int to) {
        return ReadStatement.of(path, from + 1, String.join("\n", lines.subList(from, to)), faults);
    }

    private Indicator indicator(String name, Node words, Statement figure, Statement records) {
        MappingReader top = new MappingReader(
                words, faults, "name", "unit", "formula", "kind", "better", "decimals", "rounding", "by", "order");
        String path = FOLDER + "." + name;
        Kind kind = Kind.of(top.oneOf("kind", KINDS));
        return new Indicator(
                files.pack().id(),
                name,
                words(top, "name", path, TITLE_CHARACTERS_MAX),
                unit(top, kind, path),
                words(top, "formula", path, FORMULA_CHARACTERS_MAX),
                kind,
                Better.of(top.oneOf("better", BETTER)),
                top.whole("decimals", 0, DECIMALS_MAX).orElse(kind == Kind.COUNT ? 0 : 1),
                rounding(top, path),
                by(top),
                top.whole("order", 0, ORDER_MAX).orElse(ORDER_MAX),
                figure,
                records);
    }

    private Words unit(MappingReader top, Kind kind, String path) {
        if (kind != Kind.RATE) return words(top, "unit", path, UNIT_CHARACTERS_MAX);
        if (top.node("unit").isPresent()) faults.fault(top.spot("unit"), "indicators.unit-of-rate");
        return Words.of(PER_CENT);
    }

    private Words words(MappingReader top, String key, String path, int charactersMax) {
        String zh = top.text(key, charactersMax);
        return zh.isEmpty() ? Words.of(zh) : files.texts().words(zh, path + "." + key, top.spot(key), faults);
    }

    private @Nullable Rounding rounding(MappingReader top, String path) {
        Node node = top.node("rounding").orElse(null);
        if (node == null) return null;
        MappingReader rounding = new MappingReader(node, faults, "down-to", "word");
        rounding.required("down-to");
        int downTo = rounding.whole("down-to", 1, ROUND_TO_MAX).orElse(1);
        String word = rounding.text("word", WORD_CHARACTERS_MAX);
        return new Rounding(downTo, files.texts().words(word, path + ".rounding", rounding.spot("word"), faults));
    }

    private List<Split> by(MappingReader top) {
        List<Split> by = new ArrayList<>();
        for (Node.Scalar name : top.texts("by")) {
            if (SPLITS.contains(name.text())) by.add(Split.of(name.text()));
            else faults.fault(name.spot(), "scenario.not-one-of", "by", name.text(), String.join(", ", SPLITS));
        }
        return List.copyOf(by);
    }
}
