package org.yiwang.alarms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.model.FollowUp;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.Words;

/** The rules of the packages in force, in memory; read again when a package is published. */
@Component
public class RulesInForce {
    static final Words FLOOD = new Words("告警过多", Map.of("en", "Too many alarms"));

    private final PackageLibrary library;
    private final Map<Tenant, Map<String, DeviceRules>> held = new ConcurrentHashMap<>();

    RulesInForce(PackageLibrary library) {
        this.library = library;
    }

    /** By kind of device. */
    public Map<String, DeviceRules> all(Tenant tenant) {
        return held.computeIfAbsent(tenant, this::read);
    }

    /** What people call a rule; its id where it is no longer in force. */
    public Words name(Tenant tenant, String kind, String rule) {
        if (rule.equals(RuleSpec.FLOOD)) return FLOOD;
        DeviceRules rules = all(tenant).get(kind);
        return rules == null ? Words.of(rule) : rules.names().getOrDefault(rule, Words.of(rule));
    }

    /** What people do with the alarms of a rule; nothing where it is no longer in force. */
    public FollowUp follow(Tenant tenant, String kind, String rule) {
        DeviceRules rules = all(tenant).get(kind);
        return rules == null ? FollowUp.NOTHING : rules.follows().getOrDefault(rule, FollowUp.NOTHING);
    }

    @EventListener
    void published(PackagePublished now) {
        held.remove(now.tenant());
    }

    private Map<String, DeviceRules> read(Tenant tenant) {
        Map<String, DeviceRules> all = new LinkedHashMap<>();
        library.published(tenant).values().forEach(versions -> ReadDeviceRules.all(
                        versions.getLast().files(), versions.getLast().version(), new Faults())
                .forEach(one -> all.put(one.rules().kind(), one)));
        return all;
    }
}
