package org.yiwang.casework;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;

/** Reads limits, the reply's limit and the photos asked for. */
public record ReadLimits(Faults faults) {
    private static final List<String> CLOCKS =
            Arrays.stream(ClockName.values()).map(ClockName::id).toList();
    private static final List<String> UNITS =
            Arrays.stream(LimitUnit.values()).map(LimitUnit::id).toList();
    private static final int PHOTOS_MAX = 9;

    /** Limits that many categories share. */
    record Profile(Map<ClockName, Limit> limits, Limit reply, Category.Photos evidence) {
        static final Profile NONE = new Profile(Map.of(), Limit.workingDays(15), new Category.Photos(0, 0));
    }

    Profile profile(Node node) {
        MappingReader profile = new MappingReader(node, faults, "limits", "reply", "evidence");
        if (profile.node("limits").isEmpty()) faults.fault(profile.spot(), "scenario.key-missing", "limits");
        if (profile.node("reply").isEmpty()) faults.fault(profile.spot(), "scenario.key-missing", "reply");
        return over(Profile.NONE, profile);
    }

    /** The base with whatever the owner says otherwise. */
    Profile over(Profile base, MappingReader owner) {
        return new Profile(
                owner.node("limits")
                        .map(node -> limits(owner.entries("limits")))
                        .orElse(base.limits()),
                owner.node("reply").map(this::limit).orElse(base.reply()),
                owner.node("evidence").map(this::evidence).orElse(base.evidence()));
    }

    /** The limits that stand here; none where there are none. */
    public Map<ClockName, Limit> clocks(MappingReader owner) {
        return limits(owner.entries("limits"));
    }

    private Map<ClockName, Limit> limits(Map<String, Entry> entries) {
        Map<ClockName, Limit> limits = new EnumMap<>(ClockName.class);
        entries.forEach((name, entry) -> {
            if (CLOCKS.contains(name)) limits.put(ClockName.of(name), limit(entry.value()));
            else faults.fault(entry.spot(), "scenario.unknown-key", name, String.join(", ", CLOCKS));
        });
        return limits;
    }

    public Limit limit(Node node) {
        MappingReader limit = new MappingReader(node, faults, "amount", "unit");
        Optional<Integer> amount = limit.whole("amount", 1, Limit.AMOUNT_MAX);
        if (amount.isEmpty()) faults.fault(limit.spot(), "scenario.key-missing", "amount");
        return new Limit(amount.orElse(1), LimitUnit.of(limit.oneOf("unit", UNITS)));
    }

    private Category.Photos evidence(Node node) {
        MappingReader photos = new MappingReader(node, faults, "before", "after");
        return new Category.Photos(
                photos.whole("before", 0, PHOTOS_MAX).orElse(0),
                photos.whole("after", 0, PHOTOS_MAX).orElse(0));
    }
}
