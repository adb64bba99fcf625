package org.yiwang.alarms.engine;

import org.yiwang.alarms.engine.RuleState.Phase;

/** Who is silent where a device can only be heard through another. */
final class Silence {
    private Silence() {}

    /**
     * From when the silence of a device may be judged. Where the one that it hangs on has not been heard as often as it should lately, that one is judged first; otherwise
     * a gateway that goes down would first have each of its devices called out.
     */
    static long judgedFrom(FamilyState family, DeviceState device, long at) {
        DeviceState parent = family.parentOf(device);
        if (parent == null || parent.device.mode() != Device.Mode.IN_USE) return at;
        for (var rule : parent.plan.rules()) {
            RuleState state = parent.rules[rule.index()];
            if (!rule.spec().isAboutSilence() || state.phase != Phase.IDLE) continue;
            long often = parent.plan.spec().heartbeatMillis();
            if (state.since + (often > 0 ? often : rule.spec().silentMillis() / 2) >= at) continue;
            long judged = Math.max(state.since + rule.spec().silentMillis(), state.notBefore);
            if (judged != Long.MAX_VALUE) return Math.max(at, judged + 1);
        }
        return at;
    }
}
