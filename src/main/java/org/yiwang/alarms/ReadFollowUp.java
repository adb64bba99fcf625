package org.yiwang.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.CaseRule;
import org.yiwang.alarms.model.FollowUp;
import org.yiwang.alarms.model.Rung;
import org.yiwang.alarms.model.VisitRule;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.sensing.ReadDuration;

/** Reads what a rule says about the people who have to do with its alarms; docs/alarms.md says what each key means. */
final class ReadFollowUp {
    /** Keys of a rule that are read here. */
    static final List<String> KEYS = List.of("case", "tell", "visit");

    /** Key of the file: which case a device's own trouble becomes. */
    static final String DEVICE_CASE = "device-case";

    /** Key of the file: how to find outside companies that have to do with a device. */
    static final String PARTIES = "parties";

    private static final String DEVICE = "device";
    private static final String NONE = "none";
    private static final List<String> CASE = List.of("category", "title", "lead", "at", "matter", "from", "reopen");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int TEXT_MAX = 40;
    private static final int PATH_MAX = 5;
    private static final int RUNGS_MAX = 6;
    private static final int TIMES_MAX = 100;
    private static final int DAYS = 7;
    private static final int DAYS_MAX = 90;

    private final PackageFiles files;
    private final Faults faults;
    private final Set<String> categories = new HashSet<>();
    private final CaseRule ofDevice;
    private final Map<String, List<String>> parties = new LinkedHashMap<>();

    /** @param kind the file of the kind of device, which may say what its own trouble becomes */
    ReadFollowUp(PackageFiles files, MappingReader kind, Faults faults) {
        this.files = files;
        this.faults = faults;
        categories.addAll(ReadCaseTypes.of(files, new Faults()).types().keySet());
        for (PackageFiles other : files.others())
            categories.addAll(ReadCaseTypes.of(other, new Faults()).types().keySet());
        kind.entries(PARTIES).forEach((name, entry) -> party(name, entry));
        ofDevice = kind.node(DEVICE_CASE)
                .map(node -> opens(node, CaseRule.DEVICE_MATTER, CaseRule.OF_DEVICE.from()))
                .orElse(CaseRule.OF_DEVICE);
    }

    FollowUp of(RuleSpec rule, MappingReader read) {
        return new FollowUp(opens(rule, read), tells(read), visit(read));
    }

    /** By what they are to a device. */
    Map<String, List<String>> parties() {
        return parties;
    }

    private void party(String name, Node.Entry entry) {
        if (!ID.matcher(name).matches() || Rung.POSTS.contains(name))
            faults.fault(entry.spot(), "alarms.bad-matter", name);
        List<String> path = new ArrayList<>();
        if (entry.value() instanceof Node.Sequence fields)
            for (Node field : fields.items()) if (field instanceof Node.Scalar word) path.add(word.text());
        if (path.isEmpty() || path.size() > PATH_MAX) faults.fault(entry.spot(), "alarms.bad-path", name, PATH_MAX);
        else parties.put(name, path);
    }

    private List<Rung> tells(MappingReader read) {
        List<Rung> rungs = new ArrayList<>();
        for (Node node : read.list("tell")) {
            MappingReader rung = new MappingReader(node, faults, "to", "after");
            List<String> to = new ArrayList<>();
            for (Node.Scalar one : rung.texts("to")) to.add(target(one));
            Duration after = ReadDuration.of(rung, "after", 0, faults).orElse(Duration.ZERO);
            boolean isLater = rungs.isEmpty() || after.compareTo(rungs.getLast().after()) > 0;
            if (to.isEmpty() || !isLater) faults.fault(rung.spot(), "alarms.bad-rung");
            rungs.add(new Rung(to, after));
        }
        if (rungs.size() > RUNGS_MAX) faults.fault(read.spot("tell"), "sensing.too-many", "tell", RUNGS_MAX);
        return rungs;
    }

    private String target(Node.Scalar one) {
        String name = one.text();
        boolean isKnown = Rung.POSTS.contains(name) || parties.containsKey(name);
        if (!isKnown) files.pack().checkUnit(name, one.spot(), faults);
        return name;
    }

    private @Nullable VisitRule visit(MappingReader read) {
        Node node = read.node("visit").orElse(null);
        if (node == null) return null;
        MappingReader visit = new MappingReader(node, faults, "times", "within", "at", "unit", "days");
        visit.required("times");
        visit.required("within");
        visit.required("at");
        String unit = visit.optionalText("unit", TEXT_MAX).orElse(CaseRule.COMMITTEE);
        if (!unit.equals(CaseRule.COMMITTEE)) files.pack().checkUnit(unit, visit.spot("unit"), faults);
        return new VisitRule(
                visit.whole("times", 1, TIMES_MAX).orElse(1),
                ReadDuration.of(visit, "within", 1, faults).orElse(Duration.ofDays(1)),
                path(visit, "at"),
                unit,
                visit.whole("days", 1, DAYS_MAX).orElse(DAYS));
    }

    /** Silence is the device's own trouble; every other rule has to say what it becomes. */
    private @Nullable CaseRule opens(RuleSpec rule, MappingReader read) {
        Node node = read.node("case").orElse(null);
        if (node == null) return rule.isAboutSilence() ? ofDevice : null;
        if (node instanceof Node.Scalar)
            return read.oneOf("case", List.of(NONE, DEVICE)).equals(DEVICE) ? ofDevice : null;
        return opens(node, rule.id(), Severity.NOTICE);
    }

    private CaseRule opens(Node node, String matter, Severity least) {
        MappingReader read = new MappingReader(node, faults, CASE);
        String category = read.text("category", TEXT_MAX);
        if (!category.isEmpty() && !categories.contains(category))
            faults.fault(read.spot("category"), "alarms.unknown-category", category);
        String named = read.optionalText("matter", TEXT_MAX).orElse(matter);
        if (!ID.matcher(named).matches()) faults.fault(read.spot("matter"), "alarms.bad-matter", named);
        return new CaseRule(
                category,
                read.optionalText("title", TEXT_MAX).orElse(null),
                lead(read),
                path(read, "at"),
                named,
                severity(read, "from", least),
                ReadDuration.of(read, "reopen", 0, faults).orElse(CaseRule.REOPEN_WITHIN));
    }

    private @Nullable String lead(MappingReader read) {
        String lead = read.optionalText("lead", TEXT_MAX).orElse(null);
        if (lead != null && !lead.equals(CaseRule.COMMITTEE)) files.pack().checkUnit(lead, read.spot("lead"), faults);
        return lead;
    }

    private List<String> path(MappingReader read, String key) {
        List<String> path = new ArrayList<>();
        read.texts(key).forEach(one -> path.add(one.text()));
        if (path.size() > PATH_MAX) faults.fault(read.spot(key), "sensing.too-many", key, PATH_MAX);
        return path;
    }

    private Severity severity(MappingReader read, String key, Severity otherwise) {
        List<String> names = Arrays.stream(Severity.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return read.optionalOneOf(key, names)
                .map(name -> Severity.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(otherwise);
    }
}
