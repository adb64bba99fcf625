package org.yiwang.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.CaseRule;
import org.yiwang.alarms.model.FollowUp;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.sensing.ReadDuration;

/** Reads what a rule says about the people who have to do with its alarms; docs/alarms.md says what each key means. */
final class ReadFollowUp {
    /** Keys of a rule that are read here. */
    static final List<String> KEYS = List.of("case");

    /** Key of the file: which case a device's own trouble becomes. */
    static final String DEVICE_CASE = "device-case";

    private static final String DEVICE = "device";
    private static final String NONE = "none";
    private static final List<String> CASE = List.of("category", "title", "lead", "at", "matter", "from", "reopen");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int TEXT_MAX = 40;
    private static final int PATH_MAX = 5;

    private final PackageFiles files;
    private final Faults faults;
    private final Set<String> categories = new HashSet<>();
    private final CaseRule ofDevice;

    /** @param kind the file of the kind of device, which may say what its own trouble becomes */
    ReadFollowUp(PackageFiles files, MappingReader kind, Faults faults) {
        this.files = files;
        this.faults = faults;
        categories.addAll(ReadCaseTypes.of(files, new Faults()).types().keySet());
        for (PackageFiles other : files.others())
            categories.addAll(ReadCaseTypes.of(other, new Faults()).types().keySet());
        ofDevice = kind.node(DEVICE_CASE)
                .map(node -> opens(node, CaseRule.DEVICE_MATTER, CaseRule.OF_DEVICE.from()))
                .orElse(CaseRule.OF_DEVICE);
    }

    FollowUp of(RuleSpec rule, MappingReader read) {
        return new FollowUp(opens(rule, read));
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
