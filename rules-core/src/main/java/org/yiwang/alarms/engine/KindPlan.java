package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.BadExpression;
import org.yiwang.rules.Expression;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;

/** The rules of a kind, their conditions read and ready. */
public final class KindPlan {
    /** Names that stand for something else than what a message carries. */
    public static final Set<String> RESERVED =
            Set.of("message", "alarms", "hour", "weekday", "late", "last", "before", "device");

    private final KindRules spec;
    private final List<String> channels;
    private final Map<String, Integer> channelAt = new HashMap<>();
    private final List<RulePlan> rules = new ArrayList<>();

    private KindPlan(KindRules spec) {
        this.spec = spec;
        channels = List.copyOf(spec.channels().keySet());
        for (int i = 0; i < channels.size(); i++) channelAt.put(channels.get(i), i);
    }

    /** @throws BadExpression of the first condition that says nothing sensible; {@link #scope} tells what conditions may speak of */
    public static KindPlan of(KindRules spec) throws BadExpression {
        KindPlan plan = new KindPlan(spec);
        Scope scope = scope(spec);
        for (int i = 0; i < spec.rules().size(); i++)
            plan.rules.add(RulePlan.of(i, spec.rules().get(i), scope));
        return plan;
    }

    /**
     * What conditions may speak of: what this message carries by its plain name, {@code last.…} as last told, {@code before.…} as told before this message,
     * {@code device.…} as the register has it, {@code message} its kind, {@code alarms} the rules that alarm on this device or on those it hangs on, {@code hour}
     * and {@code weekday} (Monday is 1) local, {@code late}.
     */
    public static Scope scope(KindRules spec) {
        Map<String, Type> names = new LinkedHashMap<>();
        names.putAll(spec.channels());
        spec.channels().forEach((name, type) -> names.put("last." + name, type));
        spec.channels().forEach((name, type) -> names.put("before." + name, type));
        spec.fields().forEach((name, type) -> names.put("device." + name, type));
        names.put("message", Type.TEXT);
        names.put("alarms", Type.TEXTS);
        names.put("hour", Type.NUMBER);
        names.put("weekday", Type.NUMBER);
        names.put("late", Type.FLAG);
        return new Scope(names);
    }

    KindRules spec() {
        return spec;
    }

    List<RulePlan> rules() {
        return rules;
    }

    List<String> channels() {
        return channels;
    }

    /** Place of a channel among all; -1 where there is none of that name. */
    int channel(String name) {
        return channelAt.getOrDefault(name, -1);
    }

    /** @param levels conditions of the levels, null where time or the beginning brings a level about; orders likewise */
    record RulePlan(
            int index,
            RuleSpec spec,
            @Nullable Expression raise,
            @Nullable Expression clear,
            List<@Nullable Expression> levels,
            List<@Nullable Expression> unless) {
        private static RulePlan of(int index, RuleSpec spec, Scope scope) throws BadExpression {
            List<@Nullable Expression> levels = new ArrayList<>();
            for (RuleSpec.Level level : spec.levels()) levels.add(read(level.when(), scope));
            List<@Nullable Expression> unless = new ArrayList<>();
            for (RuleSpec.Order order : spec.orders()) unless.add(read(order.unless(), scope));
            return new RulePlan(index, spec, read(spec.raise(), scope), read(spec.clear(), scope), levels, unless);
        }

        private static @Nullable Expression read(@Nullable String source, Scope scope) throws BadExpression {
            return source == null ? null : Expression.read(source, scope, Type.FLAG);
        }

        boolean looksAt(String message) {
            return spec.on().isEmpty() || spec.on().contains(message);
        }

        boolean isAwake(long at, int zoneSeconds) {
            if (spec.hours().isEmpty()) return true;
            long minutes = Math.floorDiv(at / 1000 + zoneSeconds, 60);
            int day = (int) Math.floorMod(Math.floorDiv(minutes, 1440) + 3, 7L);
            int minute = (int) Math.floorMod(minutes, 1440L);
            return spec.hours().stream().anyMatch(hours -> hours.contain(day, minute));
        }
    }
}
