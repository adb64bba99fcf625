package org.yiwang.alarms.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.yiwang.rules.BadExpression;

/**
 * One partition of the log, read from its beginning or from a state that was kept. Entries come in order; between them the host may say how late it is as often as it
 * likes, as long as no later entry is older than that.
 */
public final class Shard {
    private final int partition;
    private final Map<String, KindPlan> kinds = new TreeMap<>();
    private final Map<String, FamilyState> families = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** When families want to be looked at; may hold more than one time of a family, of which the first counts. */
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparing(Due::family));

    private final Map<String, Long> queued = new HashMap<>();

    private record Due(long at, String family) {}

    public Shard(int partition) {
        this.partition = partition;
    }

    /** Reads the next entry. */
    public void take(Stamp stamp, Entry entry, Consumer<Output> out) {
        until(entry instanceof Entry.Outage outage ? Math.min(outage.from(), stamp.at()) : stamp.at(), out);
        if (entry instanceof Entry.OfFamily ofFamily) take(stamp, ofFamily, out);
        else if (entry instanceof Entry.RulesSet set) adopt(stamp, set.rules(), out);
        else if (entry instanceof Entry.Outage outage) eachFamily(out, step -> step.outage(stamp, outage.from()));
    }

    private void take(Stamp stamp, Entry.OfFamily entry, Consumer<Output> out) {
        FamilyState family = families.get(entry.family());
        if (family == null) {
            if (!(entry instanceof Entry.DeviceSet)) return;
            family = new FamilyState(entry.family());
            families.put(family.id, family);
        }
        FamilyStep step = new FamilyStep(family, partition, out);
        if (entry instanceof Entry.DeviceSet set && isOther(family, set.device()))
            step.begin(stamp, set.device(), plan(set.device().kind()));
        else step.take(stamp, entry);
        touched(family);
    }

    private static boolean isOther(FamilyState family, Device device) {
        DeviceState known = family.find(device.id());
        return known == null || !known.device.kind().equals(device.kind());
    }

    private KindPlan plan(String kind) {
        return kinds.computeIfAbsent(
                kind,
                none -> read(new KindRules(
                        kind, 0, new TreeMap<>(), new TreeMap<>(), Set.of(), 0, 0, Long.MAX_VALUE / 4, 0, List.of())));
    }

    private void adopt(Stamp stamp, KindRules rules, Consumer<Output> out) {
        KindPlan plan = read(rules);
        kinds.put(rules.kind(), plan);
        eachFamily(out, step -> step.adopt(stamp, plan));
    }

    private static KindPlan read(KindRules rules) {
        try {
            return KindPlan.of(rules);
        } catch (BadExpression e) {
            throw new IllegalStateException("rules are checked before they are written down", e);
        }
    }

    private void eachFamily(Consumer<Output> out, Consumer<FamilyStep> each) {
        for (String id : new TreeSet<>(families.keySet())) {
            FamilyState family = Objects.requireNonNull(families.get(id));
            each.accept(new FamilyStep(family, partition, out));
            touched(family);
        }
    }

    /** It is this late: does what is due by then. No entry that comes later may be older. */
    public void until(long now, Consumer<Output> out) {
        while (true) {
            Due due = queue.peek();
            if (due == null || due.at() > now) return;
            queue.remove();
            if (!queued.remove(due.family(), due.at())) continue;
            FamilyState family = families.get(due.family());
            if (family == null) continue;
            new FamilyStep(family, partition, out).until(now);
            touched(family);
        }
    }

    /** When time alone changes something next, or looked so when last looked at; {@code Long.MAX_VALUE} where nothing waits. */
    public long due() {
        Due due = queue.peek();
        return due == null ? Long.MAX_VALUE : due.at();
    }

    private void touched(FamilyState family) {
        changed.add(family.id);
        if (family.devices.isEmpty() && !family.flood.isOn) {
            families.remove(family.id);
            queued.remove(family.id);
            return;
        }
        long due = FamilyStep.due(family);
        Long before = queued.get(family.id);
        if (due == Long.MAX_VALUE || (before != null && before <= due)) return;
        queued.put(family.id, due);
        queue.add(new Due(due, family.id));
    }

    /** What has changed since it was last asked for, to be kept: bytes by family, none where a family is gone. Asking forgets. */
    public Map<String, Optional<byte[]>> changes() {
        Map<String, Optional<byte[]>> changes = new TreeMap<>();
        for (String id : changed)
            changes.put(id, Optional.ofNullable(families.get(id)).map(StateCodec::write));
        changed.clear();
        return changes;
    }

    /** The rules of all kinds that this partition has heard of, to be kept with its state. */
    public List<byte[]> rules() {
        return kinds.values().stream()
                .map(plan -> EntryCodec.write(new Entry.RulesSet(plan.spec())))
                .toList();
    }

    /** Goes on where {@link #rules} and {@link #changes} of another left off. */
    public static Shard restore(int partition, List<byte[]> rules, Iterable<byte[]> families) {
        Shard shard = new Shard(partition);
        rules.forEach(shard::knowRules);
        families.forEach(shard::know);
        shard.changed.clear();
        return shard;
    }

    /** Takes over rules from {@link #rules} of another reader at the same place. */
    void knowRules(byte[] rules) {
        KindRules spec = ((Entry.RulesSet) EntryCodec.read(rules)).rules();
        kinds.put(spec.kind(), read(spec));
    }

    /** Takes over a family from {@link #changes} of another reader at the same place; its rules come first. */
    void know(byte[] state) {
        FamilyState family = StateCodec.read(state, this::plan);
        families.put(family.id, family);
        touched(family);
    }
}
