package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one device. */
final class DeviceState {
    static final int SEEN_MAX = 256;
    static final long SEEN_MILLIS = 24 * 3_600_000L;

    Device device;
    KindPlan plan;
    /** When it was last heard, or first known. */
    long heardAt;
    /** The device time up to which its messages were looked at. */
    long frontier = Long.MIN_VALUE;
    /** Its clock is off by more than a message may be late, so that its times say nothing. */
    boolean clockWrong;

    int duplicates;
    int lates;

    /** As last told, by place of the channel. */
    @Nullable
    Object[] last;

    RuleState[] rules;
    /** Messages that wait for earlier ones, by device time and offset. */
    List<Waiting> waiting = List.of();
    /** Of the messages of the last day, at most {@link #SEEN_MAX}, in a ring. */
    long[] seen = RuleState.NONE;

    long[] seenAt = RuleState.NONE;
    int seenNext;

    /** @param time by which it stands in line, the device's where that can be believed */
    record Waiting(Stamp stamp, Entry.Message message, long time, long until, boolean late) {}

    DeviceState(Device device, KindPlan plan) {
        this.device = device;
        this.plan = plan;
        last = new Object[plan.channels().size()];
        rules = new RuleState[plan.rules().size()];
        for (int i = 0; i < rules.length; i++) rules[i] = new RuleState("");
    }

    boolean isSameAs(DeviceState other) {
        return device.id().equals(other.device.id());
    }

    boolean alarms(KindPlan.RulePlan rule) {
        for (RuleState state : states(rule)) if (state.phase == RuleState.Phase.ACTIVE) return true;
        return false;
    }

    /** One, or one for each part that was heard of. */
    Collection<RuleState> states(KindPlan.RulePlan rule) {
        RuleState whole = rules[rule.index()];
        return rule.spec().per() == null ? List.of(whole) : whole.parts.values();
    }

    /** The one that a message is about; null where it does not say which part it is about. */
    @Nullable
    RuleState state(KindPlan.RulePlan rule, Entry.Message message) {
        RuleState whole = rules[rule.index()];
        if (rule.spec().per() == null) return whole;
        Object part = message.values().get(rule.spec().per());
        return part == null ? null : whole.of(part.toString());
    }

    /** Whether a message of this mark came within the last day; remembers that it did. */
    boolean isSeen(long mark, long at) {
        for (int i = 0; i < seen.length; i++)
            if (seen[i] == mark && seenAt[i] > at - SEEN_MILLIS && seenAt[i] != 0) return true;
        remember(mark, at);
        return false;
    }

    private void remember(long mark, long at) {
        if (seenNext >= seen.length) {
            int oldest = seen.length == 0 ? 0 : seenNext % seen.length;
            boolean isFree = seen.length > 0 && seenAt[oldest] <= at - SEEN_MILLIS;
            if (!isFree && seen.length < SEEN_MAX) grow();
            else seenNext = oldest;
        }
        seen[seenNext] = mark;
        seenAt[seenNext] = at;
        seenNext++;
    }

    private void grow() {
        int size = Math.max(4, Math.min(SEEN_MAX, 2 * seen.length));
        seen = Arrays.copyOf(seen, size);
        seenAt = Arrays.copyOf(seenAt, size);
    }

    void await(Waiting message) {
        if (waiting.isEmpty()) waiting = new ArrayList<>(2);
        int place = waiting.size();
        while (place > 0 && waiting.get(place - 1).time() > message.time()) place--;
        waiting.add(place, message);
    }

    /** When the first of those that wait has waited long enough. */
    long release() {
        long first = Long.MAX_VALUE;
        for (Waiting one : waiting) first = Math.min(first, one.until());
        return first;
    }
}
