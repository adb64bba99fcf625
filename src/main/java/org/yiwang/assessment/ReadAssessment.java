package org.yiwang.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Assessment.Counted;
import org.yiwang.assessment.model.Assessment.Earning;
import org.yiwang.assessment.model.Assessment.Lead;
import org.yiwang.assessment.model.Assessment.Reason;
import org.yiwang.assessment.model.Facts;
import org.yiwang.assessment.model.Scheme;
import org.yiwang.assessment.model.Scheme.Extra;
import org.yiwang.assessment.model.Scheme.Title;
import org.yiwang.assessment.model.Scheme.Weight;
import org.yiwang.casework.model.Channel;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.rule.Rule;

/** Reads {@code assessments/*.yaml}; docs/assessment.md says what each key means. */
record ReadAssessment(PackageFiles files, int version, Faults faults) {
    static final String FOLDER = "assessments";
    static final int MEASURES_MAX = 12;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int TITLE_CHARACTERS_MAX = 30;
    private static final int FORMULA_CHARACTERS_MAX = 200;
    private static final int DECIMALS_MAX = 4;
    private static final int ORDERS_MAX = 1000;
    private static final int DAYS_MAX = 60;
    private static final int POINTS_MAX = 1000;
    private static final List<String> KEYS = List.of(
            "name",
            "channels",
            "categories",
            "lead",
            "measures",
            "deductions",
            "rewards",
            "bounds",
            "decimals",
            "ranked-from",
            "appeal-within",
            "exclusions");
    private static final List<String> LEADS = List.of("last", "first");
    private static final List<String> CHANNELS =
            Stream.of(Channel.values()).map(Channel::id).toList();

    /** By name of the file. */
    static Map<String, Assessment> all(PackageFiles files, int version, Faults faults) {
        ReadAssessment read = new ReadAssessment(files, version, faults);
        Map<String, Assessment> all = new TreeMap<>();
        files.documents(FOLDER).forEach((name, node) -> all.put(name, read.assessment(name, node)));
        return all;
    }

    private Assessment assessment(String name, Node node) {
        MappingReader read = new MappingReader(node, faults, KEYS);
        String path = FOLDER + "." + name;
        List<Counted> counted = new ArrayList<>();
        List<Weight> weights = weights(read, path, counted);
        List<Extra> extras = new ArrayList<>();
        extras(read, "deductions", path, counted, extras);
        extras(read, "rewards", path, counted, extras);
        unique(read, counted);
        String title = read.text("name", TITLE_CHARACTERS_MAX);
        return new Assessment(
                files.pack().id(),
                version,
                name,
                title(title, path + ".name", read.spot("name")),
                channels(read),
                read.texts("categories").stream().map(Scalar::text).toList(),
                Lead.valueOf(read.optionalOneOf("lead", LEADS).orElse("last").toUpperCase(java.util.Locale.ROOT)),
                List.copyOf(counted),
                reasons(read, path),
                scheme(read, weights, extras));
    }

    private Set<String> channels(MappingReader read) {
        Set<String> channels = new HashSet<>();
        for (Scalar channel : read.texts("channels")) {
            if (!CHANNELS.contains(channel.text()))
                faults.fault(
                        channel.spot(), "scenario.not-one-of", "channels", channel.text(), String.join(", ", CHANNELS));
            channels.add(channel.text());
        }
        return Set.copyOf(channels);
    }

    private List<Weight> weights(MappingReader read, String path, List<Counted> counted) {
        List<Weight> weights = new ArrayList<>();
        List<Node> items = read.list("measures");
        if (items.isEmpty() || items.size() > MEASURES_MAX)
            faults.fault(read.spot("measures"), "assessment.measures", MEASURES_MAX);
        for (Node item : items) {
            MappingReader one =
                    new MappingReader(item, faults, "id", "name", "formula", "of", "counts", "earns", "weight");
            String id = id(one);
            String at = path + ".measures." + id;
            String of = one.oneOf("of", Facts.KINDS);
            counted.add(new Counted(id, of, condition(one, "counts", of), earning(one, of)));
            weights.add(new Weight(id, name(one, at), formula(one, at), positive(one, "weight", POINTS_MAX)));
        }
        return weights;
    }

    private void extras(MappingReader read, String key, String path, List<Counted> counted, List<Extra> extras) {
        for (Node item : read.list(key)) {
            MappingReader one =
                    new MappingReader(item, faults, "id", "name", "formula", "of", "when", "points", "most");
            String id = id(one);
            String at = path + "." + key + "." + id;
            String of = one.oneOf("of", Facts.KINDS);
            counted.add(new Counted(id, of, condition(one, "when", of), null));
            extras.add(new Extra(
                    id,
                    name(one, at),
                    formula(one, at),
                    positive(one, "points", POINTS_MAX),
                    positive(one, "most", POINTS_MAX),
                    key.equals("rewards")));
        }
    }

    private void unique(MappingReader read, List<Counted> counted) {
        Set<String> seen = new HashSet<>();
        for (Counted one : counted)
            if (!one.id().isEmpty() && !seen.add(one.id()))
                faults.fault(read.spot("measures"), "assessment.twice", one.id());
    }

    private String id(MappingReader one) {
        String id = one.text("id", TITLE_CHARACTERS_MAX);
        if (!id.isEmpty() && (!ID.matcher(id).matches() || id.equals("total")))
            faults.fault(one.spot("id"), "assessment.bad-id", id);
        return id;
    }

    private @Nullable Rule condition(MappingReader one, String key, String of) {
        return one.node(key)
                .flatMap(node -> Rule.parse(node, Facts.scope(of), Type.FLAG, faults))
                .orElse(null);
    }

    /** A condition where it reads as one, a number otherwise; the faults told are those of the number only where it is no condition either. */
    private @Nullable Earning earning(MappingReader one, String of) {
        return one.required("earns").flatMap(node -> earning(node, of)).orElse(null);
    }

    private Optional<Earning> earning(Node node, String of) {
        Faults asFlag = new Faults();
        Optional<Rule> flag = Rule.parse(node, Facts.scope(of), Type.FLAG, asFlag);
        if (flag.isPresent() && asFlag.isSound()) return flag.map(rule -> new Earning(rule, true));
        return Rule.parse(node, Facts.scope(of), Type.NUMBER, faults).map(rule -> new Earning(rule, false));
    }

    private List<Reason> reasons(MappingReader read, String path) {
        List<Reason> reasons = new ArrayList<>();
        read.entries("exclusions").forEach((code, entry) -> {
            if (!ID.matcher(code).matches()) faults.fault(entry.spot(), "assessment.bad-id", code);
            String zh = entry.value() instanceof Scalar scalar ? scalar.text().strip() : "";
            if (zh.isEmpty()) faults.fault(entry.spot(), "scenario.not-text", code);
            reasons.add(new Reason(code, title(zh, path + ".exclusions." + code, entry.spot())));
        });
        if (reasons.isEmpty()) faults.fault(read.spot("exclusions"), "scenario.key-missing", "exclusions");
        return reasons;
    }

    private Scheme scheme(MappingReader read, List<Weight> weights, List<Extra> extras) {
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.valueOf(100);
        Optional<Node> node = read.required("bounds");
        if (node.isPresent()) {
            MappingReader bounds = new MappingReader(node.get(), faults, "least", "most");
            least = number(bounds, "least", POINTS_MAX);
            most = number(bounds, "most", POINTS_MAX);
            if (most.compareTo(least) <= 0) faults.fault(bounds.spot("most"), "assessment.bounds");
        }
        return new Scheme(
                weights,
                extras,
                least,
                most,
                read.whole("decimals", 0, DECIMALS_MAX).orElse(2),
                read.whole("ranked-from", 1, ORDERS_MAX).orElse(1),
                read.whole("appeal-within", 1, DAYS_MAX).orElse(5));
    }

    private BigDecimal positive(MappingReader read, String key, int most) {
        BigDecimal number = number(read, key, most);
        if (number.signum() <= 0 && read.node(key).isPresent())
            faults.fault(read.spot(key), "assessment.not-number", key, most);
        return number;
    }

    private BigDecimal number(MappingReader read, String key, int most) {
        Optional<Node> node = read.required(key);
        if (node.isEmpty()) return BigDecimal.ZERO;
        BigDecimal number = node.get() instanceof Scalar scalar ? scalar.number() : null;
        if (number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) return number;
        faults.fault(node.get().spot(), "assessment.not-number", key, most);
        return BigDecimal.ZERO;
    }

    private Title name(MappingReader one, String path) {
        return title(one.text("name", TITLE_CHARACTERS_MAX), path, one.spot("name"));
    }

    private Title formula(MappingReader one, String path) {
        return title(one.text("formula", FORMULA_CHARACTERS_MAX), path + ".formula", one.spot("formula"));
    }

    private Title title(String zh, String path, Spot spot) {
        Words words = files.texts().words(zh, path, spot, faults);
        return new Title(words.zh(), words.en());
    }
}
