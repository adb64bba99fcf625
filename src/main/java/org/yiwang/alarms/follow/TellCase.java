package org.yiwang.alarms.follow;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.RemarkStore;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** Writes into the history of a case what becomes of its alarms. It never ends a case: that is for people to decide. */
@Component
class TellCase {
    static final Actor ALARMS = Actor.system("alarms", "设备告警");
    /** The case shows all its alarms beside its history; beyond so many, entries would only hide what people have written. */
    private static final int ENTRIES_MAX = 20;

    private final ActOnCase act;
    private final CaseAlarmStore links;
    private final RemarkStore remarks;
    private final RulesInForce rules;
    private final Clock clock;

    TellCase(ActOnCase act, CaseAlarmStore links, RemarkStore remarks, RulesInForce rules, Clock clock) {
        this.act = act;
        this.links = links;
        this.remarks = remarks;
        this.rules = rules;
        this.clock = clock;
    }

    void joined(Tenant tenant, UUID id, Alarm alarm) {
        if (links.sum(tenant, id).all() <= ENTRIES_MAX)
            comment(tenant, id, CaseWords.joined(name(tenant, alarm), alarm), "joined/" + alarm.id());
    }

    void cleared(Tenant tenant, Alarm alarm) {
        links.of(tenant, alarm.id()).ifPresent(link -> {
            UUID id = link.caseId();
            if (id == null || alarm.clearedAt() == null) return;
            if (links.sum(tenant, id).all() > ENTRIES_MAX) return;
            comment(
                    tenant,
                    id,
                    CaseWords.cleared(name(tenant, alarm), alarm, alarm.clearedAt()),
                    "cleared/" + alarm.id());
        });
    }

    /**
     * Somebody said whether the alarm was right. A case that stands on nothing but false alarms takes no further one up: the next alarm is a case of its own. Whether it is
     * withdrawn is for those who handle it.
     */
    void judged(Tenant tenant, Alarm alarm) {
        links.of(tenant, alarm.id()).ifPresent(link -> {
            UUID id = link.caseId();
            if (id == null || alarm.verdict() == null || alarm.verdict().equals(link.verdict())) return;
            links.told(tenant, alarm.id(), alarm.verdict());
            boolean isMistake = links.sum(tenant, id).standing() == 0;
            remarks.judged(tenant, alarm.id())
                    .ifPresent(said ->
                            comment(tenant, id, CaseWords.judged(name(tenant, alarm), alarm, said, isMistake), null));
            if (isMistake) links.closeTheWay(tenant, id);
        });
    }

    /** A case that has gone where nothing more is said, such as one that was withdrawn, stays as it is. */
    void comment(Tenant tenant, UUID id, String words, @Nullable String key) {
        try {
            ActionInput input = new ActionInput.Builder().note(words).build();
            act.act(tenant, new ActOnCase.Request(id, "comment", input, null, key), ALARMS, clock.instant());
        } catch (RefusedException e) {
            // Somebody was faster: the whole turn is taken again.
            if (e.refusal().kind() == Refusal.Kind.STALE) throw e;
        }
    }

    String name(Tenant tenant, Alarm alarm) {
        return rules.name(tenant, alarm.kind(), alarm.rule()).zh();
    }
}
