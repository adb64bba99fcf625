package org.yiwang.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.RuleSpec.Hours;
import org.yiwang.alarms.engine.RuleSpec.Level;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.sensing.ReadDuration;

/**
 * Reads one rule.
 *
 * @param rules all of its kind, which may explain one another
 * @param orders reads what is asked of the device
 */
record ReadRuleSpec(Scope scope, Set<String> messages, Set<String> rules, ReadAsked orders, Faults faults) {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int COUNT_MAX = 100;
    private static final int NAME_MAX = 40;
    private static final int LEVELS_MAX = 5;
    private static final int PARTS_MAX = 20;

    private static final List<String> KEYS = List.of(
            "name",
            "on",
            "per",
            "raise",
            "for",
            "count",
            "within",
            "silent",
            "severity",
            "levels",
            "clear",
            "quiet",
            "hours",
            "cooldown",
            "remind",
            "explained-by",
            "late",
            "orders");

    MappingReader reader(Node node) {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(ReadFollowUp.KEYS);
        return new MappingReader(node, faults, keys);
    }

    RuleSpec rule(String id, Spot spot, MappingReader read) {
        if (!ID.matcher(id).matches() || id.equals(RuleSpec.FLOOD)) faults.fault(spot, "alarms.bad-rule-id", id);
        long silent = millis(read, "silent");
        if ((silent > 0) == read.node("raise").isPresent()) faults.fault(spot, "alarms.raise-or-silent");
        int count = read.whole("count", 2, COUNT_MAX).orElse(1);
        if ((count > 1) != (millis(read, "within") > 0)) faults.fault(spot, "alarms.count-within");
        if (count > 1 && millis(read, "for") > 0) faults.fault(spot, "alarms.count-or-for");
        return new RuleSpec(
                id,
                names(read, "on", messages, "alarms.unknown-message"),
                per(read),
                condition(read, "raise"),
                millis(read, "for"),
                count,
                millis(read, "within"),
                silent,
                levels(read),
                condition(read, "clear"),
                millis(read, "quiet"),
                hours(read),
                millis(read, "cooldown"),
                millis(read, "remind"),
                names(read, "explained-by", null, ""),
                read.flag("late"),
                orders.all(read));
    }

    private long millis(MappingReader read, String key) {
        return ReadDuration.of(read, key, 0, faults).orElse(Duration.ZERO).toMillis();
    }

    private Set<String> names(MappingReader read, String key, @Nullable Set<String> known, String fault) {
        Set<String> names = new HashSet<>();
        for (Node.Scalar one : read.texts(key)) {
            if (known != null && !known.contains(one.text()))
                faults.fault(one.spot(), fault, one.text(), String.join(", ", known));
            names.add(one.text());
        }
        return names;
    }

    /** Parts are choices: what a device may make up for itself would have no end. */
    private @Nullable String per(MappingReader read) {
        Optional<String> channel = read.optionalText("per", NAME_MAX);
        if (channel.isEmpty()) return null;
        Type type = scope.names().get(channel.get());
        int choices = type == null ? 0 : type.choices().size();
        if (choices == 0 || choices > PARTS_MAX) faults.fault(read.spot("per"), "alarms.bad-part", channel.get());
        return channel.get();
    }

    private @Nullable String condition(MappingReader read, String key) {
        return read.node(key)
                .flatMap(node -> Rule.parse(node, scope, Type.FLAG, faults))
                .map(Rule::source)
                .orElse(null);
    }

    private Severity severity(MappingReader read) {
        List<String> names = Arrays.stream(Severity.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return Severity.valueOf(read.oneOf("severity", names).toUpperCase(Locale.ROOT));
    }

    private List<Level> levels(MappingReader read) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(severity(read), null, 0));
        List<Node> given = read.list("levels");
        if (given.size() > LEVELS_MAX) faults.fault(read.spot("levels"), "sensing.too-many", "levels", LEVELS_MAX);
        for (Node node : given) {
            MappingReader level = new MappingReader(node, faults, "severity", "when", "after");
            if (level.node("when").isPresent() == level.node("after").isPresent())
                faults.fault(level.spot(), "alarms.when-or-after");
            levels.add(new Level(severity(level), condition(level, "when"), millis(level, "after")));
        }
        return levels;
    }

    private List<Hours> hours(MappingReader read) {
        List<Hours> all = new ArrayList<>();
        for (Node node : read.list("hours")) {
            MappingReader one = new MappingReader(node, faults, "days", "time");
            int days = 0;
            for (Node.Scalar day : one.texts("days")) {
                if (!DAYS.contains(day.text()))
                    faults.fault(day.spot(), "scenario.not-one-of", "days", day.text(), String.join(", ", DAYS));
                else days |= 1 << DAYS.indexOf(day.text());
            }
            Matcher time = HOURS.matcher(one.text("time", NAME_MAX));
            if (!time.matches()) faults.fault(one.spot("time"), "alarms.bad-hours");
            else all.add(new Hours(days == 0 ? 0b1111111 : days, minute(time, 1), minute(time, 3)));
        }
        return all;
    }

    private static int minute(Matcher time, int group) {
        return 60 * Integer.parseInt(time.group(group)) + Integer.parseInt(time.group(group + 1));
    }
}
