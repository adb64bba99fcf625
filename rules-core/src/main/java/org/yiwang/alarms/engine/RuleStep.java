package org.yiwang.alarms.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.alarms.engine.KindPlan.RulePlan;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.RuleSpec.Level;
import org.yiwang.alarms.engine.RuleState.Phase;

/** One rule on one device at one moment: what a message changes, what time alone changes, and when that is due next. */
final class RuleStep {
    private static final long MINUTE = 60_000;
    private static final int MINUTES_OF_WEEK = 7 * 1440;

    /** What a silence is not judged before that another alarm explains. */
    private static final long HELD_BACK = Long.MAX_VALUE;

    private final FamilyState family;
    private final DeviceState device;
    private final RulePlan plan;
    private final RuleSpec spec;
    private final RuleState state;
    private final Tell tell;

    RuleStep(FamilyState family, DeviceState device, RulePlan plan, RuleState state, Tell tell) {
        this.family = family;
        this.device = device;
        this.plan = plan;
        this.tell = tell;
        spec = plan.spec();
        this.state = state;
    }

    /** Looks at a message that it is about. */
    void look(Moment moment, Stamp stamp) {
        if (moment.late() && !spec.late()) return;
        Boolean raise = plan.raise() == null ? null : plan.raise().holds(moment);
        boolean isAwake = isAwake(moment.at());
        switch (state.phase) {
            case IDLE, ENDED -> {
                if (Boolean.TRUE.equals(raise) && isAwake) begin(moment, stamp);
            }
            case PENDING -> {
                if (Boolean.FALSE.equals(raise) || !isAwake) state.phase = Phase.IDLE;
            }
            case ACTIVE -> goOn(moment, raise);
        }
    }

    private void begin(Moment moment, Stamp stamp) {
        long at = moment.at();
        if (at < state.notBefore || isHeldBack()) return;
        if (spec.count() > 1 && !isOftenEnough(at)) return;
        state.since = at;
        state.held = at;
        state.episode = stamp.offset();
        state.phase = Phase.PENDING;
        if (spec.forMillis() == 0) raise(moment, "condition");
    }

    private boolean isOftenEnough(long at) {
        long[] lately = Arrays.stream(state.hits)
                .filter(hit -> hit > at - spec.withinMillis())
                .toArray();
        state.hits = Arrays.copyOf(lately, lately.length + 1);
        state.hits[lately.length] = at;
        if (state.hits.length < spec.count()) return false;
        state.hits = RuleState.NONE;
        return true;
    }

    private void goOn(Moment moment, @Nullable Boolean raise) {
        if (Boolean.TRUE.equals(raise)) state.held = moment.at();
        if (plan.clear() != null) {
            if (Boolean.TRUE.equals(plan.clear().holds(moment))) {
                end(moment.at(), "condition");
                return;
            }
        } else if (spec.clearAfterQuietMillis() == 0 && Boolean.FALSE.equals(raise)) {
            end(moment.at(), "condition");
            return;
        }
        weigh(moment);
    }

    private void raise(Moment moment, String cause) {
        state.phase = Phase.ACTIVE;
        state.number = 0;
        state.level = level(moment, 0);
        state.remindAt = spec.remindMillis() == 0 ? 0 : moment.at() + spec.remindMillis();
        tell.raised(device, plan, state, moment, cause);
    }

    /** The worst level whose condition holds; where that cannot be said, what was is kept. */
    private int level(Moment moment, int now) {
        int worst = 0;
        for (int i = 1; i < spec.levels().size(); i++) {
            Level level = spec.levels().get(i);
            if (plan.levels().get(i) == null) {
                if (level.afterMillis() > 0 && moment.at() >= state.since + level.afterMillis()) worst = i;
                continue;
            }
            Boolean holds = Objects.requireNonNull(plan.levels().get(i)).holds(moment);
            if (Boolean.TRUE.equals(holds) || (holds == null && i == now)) worst = i;
        }
        return worst;
    }

    private void weigh(Moment moment) {
        int level = level(moment, state.level);
        if (level == state.level) return;
        boolean isWorse = level > state.level;
        state.level = level;
        tell.changed(device, plan, state, moment.at(), isWorse ? What.WORSE : What.BETTER, "level");
    }

    void end(long at, String cause) {
        boolean wasActive = state.phase == Phase.ACTIVE;
        state.phase = Phase.IDLE;
        state.hits = RuleState.NONE;
        if (!wasActive) return;
        state.notBefore = spec.cooldownMillis() == 0 ? 0 : at + spec.cooldownMillis();
        tell.changed(device, plan, state, at, What.CLEARED, cause);
        state.hidden = false;
    }

    /** A person says it is over; it is over until its cause comes anew. */
    void endByHand(long at, long episode) {
        if (state.phase != Phase.ACTIVE || state.episode != episode) return;
        end(at, "hand");
        if (spec.isAboutSilence()) state.phase = Phase.ENDED;
    }

    /** The device was heard, whatever it said. */
    void hear(Stamp stamp) {
        if (state.phase == Phase.ACTIVE) end(stamp.at(), "heard");
        state.phase = Phase.IDLE;
        await(stamp.at(), stamp.offset());
    }

    /** Silence counts from here. */
    void await(long at, long offset) {
        if (state.phase != Phase.IDLE) return;
        state.since = at;
        state.episode = offset;
        if (state.notBefore == HELD_BACK) state.notBefore = 0;
    }

    /** What explained this silence is over: one more interval to be heard in. */
    void awaitAgain(long at, String over) {
        if (state.notBefore == HELD_BACK && spec.suppressedBy().contains(over)) await(at, state.episode);
    }

    /** When time alone changes something. */
    long due() {
        if (device.device.mode() != Device.Mode.IN_USE) return Long.MAX_VALUE;
        return switch (state.phase) {
            case ENDED -> Long.MAX_VALUE;
            case IDLE ->
                spec.isAboutSilence() ? Math.max(state.since + spec.silentMillis(), state.notBefore) : Long.MAX_VALUE;
            case PENDING -> state.since + spec.forMillis();
            case ACTIVE -> dueActive();
        };
    }

    private long dueActive() {
        long due = state.remindAt == 0 ? Long.MAX_VALUE : state.remindAt;
        if (spec.clearAfterQuietMillis() > 0) due = Math.min(due, state.held + spec.clearAfterQuietMillis());
        for (int i = state.level + 1; i < spec.levels().size(); i++) {
            Level level = spec.levels().get(i);
            if (level.when() == null && level.afterMillis() > 0) due = Math.min(due, state.since + level.afterMillis());
        }
        return due;
    }

    /** What is due now. */
    void fire(long at) {
        switch (state.phase) {
            case IDLE -> judgeSilence(at);
            case PENDING -> ripen(at);
            case ACTIVE -> fireActive(at);
            case ENDED -> throw new IllegalStateException("nothing is due");
        }
    }

    private void ripen(long at) {
        if (isHeldBack() || !isAwake(at)) state.phase = Phase.IDLE;
        else raise(now(at), "duration");
    }

    private void judgeSilence(long at) {
        long asked = isAwake(at) ? Silence.judgedFrom(family, device, at) : nextAwake(at);
        if (asked > at) {
            state.notBefore = asked;
            return;
        }
        if (isHeldBack()) {
            state.notBefore = HELD_BACK;
            return;
        }
        state.since = at;
        state.held = at;
        raise(now(at), "silence");
    }

    private long nextAwake(long at) {
        long minute = at - Math.floorMod(at, MINUTE) + MINUTE;
        for (int i = 0; i < MINUTES_OF_WEEK && !isAwake(minute); i++) minute += MINUTE;
        return minute;
    }

    private void fireActive(long at) {
        if (spec.clearAfterQuietMillis() > 0 && state.held + spec.clearAfterQuietMillis() <= at) {
            end(at, "quiet");
            return;
        }
        weigh(now(at));
        if (state.remindAt != 0 && state.remindAt <= at) {
            state.remindAt += spec.remindMillis();
            tell.changed(device, plan, state, at, What.REMINDED, "still");
        }
    }

    private boolean isAwake(long at) {
        return plan.isAwake(at, device.plan.spec().zoneSeconds());
    }

    private Moment now(long at) {
        return new Moment(family, device, null, device.last, false, at);
    }

    /** Whether another alarm explains this one, or somebody works on the device. */
    private boolean isHeldBack() {
        if (device.device.mode() != Device.Mode.IN_USE) return true;
        if (spec.suppressedBy().isEmpty()) return false;
        boolean[] found = {false};
        family.withThoseItHangsOn(device, one -> {
            for (RulePlan other : one.plan.rules()) {
                boolean isItself = one.isSameAs(device) && other.index() == plan.index();
                if (!isItself && spec.suppressedBy().contains(other.spec().id()) && one.alarms(other)) found[0] = true;
            }
        });
        return found[0];
    }
}
