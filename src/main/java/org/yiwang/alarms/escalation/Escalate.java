package org.yiwang.alarms.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.AlarmNews;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.Rung;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.TellingStore;
import org.yiwang.alarms.store.TellingStore.Telling;
import org.yiwang.alarms.store.TellingStore.Watched;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/**
 * Tells people of an alarm rung by rung, as long as nobody has acknowledged it and it goes on. The time is the product's, from when the alarm was noticed: what a device hands
 * in late calls nobody sooner.
 */
@Service
public class Escalate {
    private static final int ALARMS_PER_TURN_MAX = 100;
    private static final UUID NOBODY = new UUID(0, 0);

    private final TellingStore store;
    private final FindAlarms alarms;
    private final RulesInForce rules;
    private final FindPeople people;
    private final SendNotice send;
    private final AlarmNews news;
    private final TransactionOperations transactions;
    private final Clock clock;

    Escalate(
            TellingStore store,
            FindAlarms alarms,
            RulesInForce rules,
            FindPeople people,
            SendNotice send,
            AlarmNews news,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.alarms = alarms;
        this.rules = rules;
        this.people = people;
        this.send = send;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An alarm began or got worse; in the caller's transaction. */
    public void watch(Tenant tenant, Alarm alarm) {
        Severity severity = Severity.valueOf(alarm.severity());
        List<Rung> ladder = ladder(tenant, alarm, severity);
        Instant now = clock.instant();
        if (!ladder.isEmpty())
            store.watch(
                    tenant,
                    alarm.id(),
                    severity,
                    now,
                    now.plus(ladder.getFirst().after()));
    }

    /** Tells whoever is to be told by now. */
    public void turn(Tenant tenant) {
        transactions.executeWithoutResult(status -> {
            Instant now = clock.instant();
            for (Watched one : store.due(tenant, now, ALARMS_PER_TURN_MAX)) turn(tenant, one, now);
        });
    }

    private void turn(Tenant tenant, Watched watched, Instant now) {
        Optional<Alarm> alarm = alarms.find(tenant, watched.alarm()).filter(Escalate::isUnanswered);
        List<Rung> ladder =
                alarm.map(one -> ladder(tenant, one, watched.severity())).orElse(List.of());
        if (alarm.isEmpty() || watched.rung() >= ladder.size()) {
            store.end(tenant, watched.alarm());
            return;
        }
        int at = watched.rung();
        boolean isHeard = tell(tenant, alarm.get(), watched.severity(), at, ladder.get(at), now);
        if (at + 1 == ladder.size()) {
            store.end(tenant, watched.alarm());
            return;
        }
        // Where a rung reaches nobody, the next one is told at once.
        Instant due = watched.began().plus(ladder.get(at + 1).after());
        store.next(tenant, watched.alarm(), at + 1, isHeard ? due : now);
    }

    private static boolean isUnanswered(Alarm alarm) {
        return alarm.acknowledgedAt() == null && alarm.clearedAt() == null && !"false".equals(alarm.verdict());
    }

    private List<Rung> ladder(Tenant tenant, Alarm alarm, Severity severity) {
        return rules.follow(tenant, alarm.kind(), alarm.rule()).ladder(severity);
    }

    private boolean tell(Tenant tenant, Alarm alarm, Severity severity, int at, Rung rung, Instant now) {
        boolean isHeard = false;
        for (String target : rung.to()) {
            List<Staff> told = people.of(tenant, alarm, target);
            send.send(tenant, alarm, severity, at, told, now);
            for (Staff one : told)
                store.add(
                        tenant,
                        alarm.id(),
                        new Telling(
                                severity,
                                at,
                                target,
                                one.id(),
                                one.name(),
                                one.unit().value(),
                                "inbox",
                                now));
            if (told.isEmpty())
                store.add(tenant, alarm.id(), new Telling(severity, at, target, NOBODY, "", "", "none", now));
            isHeard |= !told.isEmpty();
        }
        news.changed(tenant, alarm, "TOLD", now);
        return isHeard;
    }
}
