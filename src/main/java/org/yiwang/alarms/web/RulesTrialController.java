package org.yiwang.alarms.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.alarms.TryRules;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.TrialAlarm;
import org.yiwang.alarms.model.TrialDifference;
import org.yiwang.alarms.model.TrialOutcome;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;

/** Tries the rules of a version on what devices said in the last days before it is published. */
@RestController
class RulesTrialController {
    private static final String DAYS = "7";
    private static final int ITEMS_MAX = 500;

    private final TryRules tryRules;
    private final PackageLibrary library;
    private final KnownDevices devices;

    RulesTrialController(TryRules tryRules, PackageLibrary library, KnownDevices devices) {
        this.tryRules = tryRules;
        this.library = library;
        this.devices = devices;
    }

    /**
     * @param now alarms under the rules in force
     * @param then alarms under the changed ones
     * @param counts of differences, by kind
     */
    @SchemaName("RulesTrialRule")
    record OfRule(String kind, String rule, String name, int now, int then, List<Count> counts) {}

    @SchemaName("RulesTrialCount")
    record Count(TrialDifference.Kind kind, int alarms) {}

    /** @param endedAt null where it lasts */
    @SchemaName("RulesTrialAlarm")
    record Went(Instant raisedAt, @Nullable Instant endedAt, Severity worst, List<String> asked) {}

    /**
     * @param now null where there was no alarm
     * @param then null where there would have been none
     */
    @SchemaName("RulesTrialDifference")
    record Differs(
            String device,
            @Nullable String label,
            String rule,
            String name,
            String part,
            List<TrialDifference.Kind> kinds,
            @Nullable Went now,
            @Nullable Went then) {}

    /**
     * @param from the first moment that the log still tells of
     * @param entries so many were read
     * @param isWhole false where time ran out before all devices were looked at
     * @param busiestNow the most alarms that began within ten minutes, under the rules in force
     * @param busiestThen the same, under the changed ones
     * @param differing alarms that would have gone another way; items are the first of them
     */
    @SchemaName("RulesTrial")
    record Trial(
            int days,
            Instant from,
            Instant until,
            long entries,
            boolean isWhole,
            int busiestNow,
            int busiestThen,
            List<OfRule> rules,
            int differing,
            List<Differs> items) {}

    @GetMapping("/api/v1/scenarios/{id}/versions/{number}/rules-trial")
    @Needs("scenarios.manage")
    Trial run(
            Staff staff,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = DAYS) int days,
            Locale locale) {
        if (days < 1 || days > TryRules.DAYS_MAX)
            throw Refusal.invalid("days", "request.out-of-range", "days", 1, TryRules.DAYS_MAX)
                    .exception();
        TryRules.Result result = tryRules.of(staff.tenant(), library.files(staff.tenant(), id, number), days);
        List<TrialDifference> differences = result.outcome().differences();
        return new Trial(
                days,
                result.from(),
                result.until(),
                result.entries(),
                result.isWhole(),
                TrialOutcome.busiest(result.outcome().now()),
                TrialOutcome.busiest(result.outcome().then()),
                result.outcome().byRule(differences).stream()
                        .map(one -> new OfRule(
                                one.kind(),
                                one.rule(),
                                result.names().of(one.kind(), one.rule()).in(locale.getLanguage()),
                                one.now(),
                                one.then(),
                                counts(one)))
                        .toList(),
                differences.size(),
                differences.stream()
                        .limit(ITEMS_MAX)
                        .map(one -> differs(staff.tenant(), result, one, locale))
                        .toList());
    }

    private static List<Count> counts(TrialOutcome.OfRule rule) {
        return rule.counts().entrySet().stream()
                .map(one -> new Count(one.getKey(), one.getValue()))
                .toList();
    }

    private Differs differs(Tenant tenant, TryRules.Result result, TrialDifference one, Locale locale) {
        TrialAlarm alarm = one.either();
        return new Differs(
                alarm.device(),
                devices.find(tenant, alarm.device()).map(Device::label).orElse(null),
                alarm.rule(),
                result.names().of(alarm.kind(), alarm.rule()).in(locale.getLanguage()),
                alarm.part(),
                List.copyOf(one.kinds()),
                went(one.now()),
                went(one.then()));
    }

    private static @Nullable Went went(@Nullable TrialAlarm alarm) {
        if (alarm == null) return null;
        return new Went(
                Instant.ofEpochMilli(alarm.raisedAt()),
                alarm.endedAt() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(alarm.endedAt()),
                alarm.worst(),
                alarm.asked());
    }
}
