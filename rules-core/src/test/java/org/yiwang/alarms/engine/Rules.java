package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.RuleSpec.Hours;
import org.yiwang.alarms.engine.RuleSpec.Level;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.rules.Type;

/** Builds rules in tests; times in seconds. */
final class Rules {
    private final String kind;
    private final SortedMap<String, Type> channels = new TreeMap<>();
    private final List<RuleSpec> rules = new ArrayList<>();
    private long reorder;
    private long heartbeat;
    private long version = 1;

    private Rules(String kind) {
        this.kind = kind;
    }

    static Rules of(String kind) {
        return new Rules(kind);
    }

    Rules channel(String name, Type type) {
        channels.put(name, type);
        return this;
    }

    Rules reorder(long seconds) {
        reorder = seconds * 1000;
        return this;
    }

    Rules heartbeat(long seconds) {
        heartbeat = seconds * 1000;
        return this;
    }

    Rules version(long number) {
        version = number;
        return this;
    }

    Rules rule(Rule rule) {
        rules.add(rule.spec());
        return this;
    }

    KindRules spec() {
        return new KindRules(
                kind,
                version,
                channels,
                new TreeMap<>(Map.of("floors", Type.NUMBER)),
                Set.of("heartbeat"),
                heartbeat,
                reorder,
                600_000,
                8 * 3600,
                rules);
    }

    static Rule rule(String id) {
        return new Rule(id);
    }

    static final class Rule {
        private final String id;
        private Set<String> on = Set.of();
        private @Nullable String per;
        private @Nullable String raise;
        private long forMillis;
        private int count = 1;
        private long within;
        private long silent;
        private final List<Level> levels = new ArrayList<>();
        private @Nullable String clear;
        private long quiet;
        private List<Hours> hours = List.of();
        private long cooldown;
        private long remind;
        private Set<String> suppressedBy = Set.of();
        private boolean late;
        private final List<Order> orders = new ArrayList<>();

        private Rule(String id) {
            this.id = id;
        }

        Rule on(String... messages) {
            on = Set.of(messages);
            return this;
        }

        Rule per(String channel) {
            per = channel;
            return this;
        }

        Rule raise(String condition) {
            raise = condition;
            return this;
        }

        Rule lasting(long seconds) {
            forMillis = seconds * 1000;
            return this;
        }

        Rule times(int number, long seconds) {
            count = number;
            within = seconds * 1000;
            return this;
        }

        Rule silent(long seconds) {
            silent = seconds * 1000;
            return this;
        }

        Rule level(Severity severity, @Nullable String when, long afterSeconds) {
            levels.add(new Level(severity, when, afterSeconds * 1000));
            return this;
        }

        Rule clear(String condition) {
            clear = condition;
            return this;
        }

        Rule quiet(long seconds) {
            quiet = seconds * 1000;
            return this;
        }

        Rule hours(int days, int from, int to) {
            hours = List.of(new Hours(days, from * 60, to * 60));
            return this;
        }

        Rule cooldown(long seconds) {
            cooldown = seconds * 1000;
            return this;
        }

        Rule remind(long seconds) {
            remind = seconds * 1000;
            return this;
        }

        Rule suppressedBy(String... rules) {
            suppressedBy = Set.of(rules);
            return this;
        }

        Rule late() {
            late = true;
            return this;
        }

        Rule order(String name, @Nullable String unless) {
            orders.add(new Order(name, new TreeMap<>(), unless));
            return this;
        }

        RuleSpec spec() {
            if (levels.isEmpty()) levels.add(new Level(Severity.MAJOR, null, 0));
            return new RuleSpec(
                    id,
                    on,
                    per,
                    raise,
                    forMillis,
                    count,
                    within,
                    silent,
                    levels,
                    clear,
                    quiet,
                    hours,
                    cooldown,
                    remind,
                    suppressedBy,
                    late,
                    orders);
        }
    }
}
