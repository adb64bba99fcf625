package org.yiwang.alarms;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.RuleSpec;
import org.yiwang.alarms.engine.Stamp;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.model.RulesTrial;
import org.yiwang.alarms.model.TrialAlarm;
import org.yiwang.alarms.model.TrialOutcome;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Partitions;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the rules of a changed package would have made of the last days' messages: the log is read once more under the rules in force and under the changed ones, in a
 * transaction in which the database refuses to write. Both begin with empty hands, so that only the rules differ.
 */
@Service
public class TryRules {
    public static final int DAYS_MAX = 30;
    static final Duration TIME_MAX = Duration.ofSeconds(20);
    private static final int RECORDS = 5_000;

    /**
     * The whole trial.
     *
     * @param names of rules, as the changed package has them or the one in force
     * @param from the first moment that the log still tells of
     * @param entries so many were read
     * @param isWhole false where time ran out before everything was read; then some devices were not looked at
     */
    public record Result(
            Names names, Instant from, Instant until, long entries, boolean isWhole, TrialOutcome outcome) {}

    /** What people call rules, by kind of device. */
    public record Names(Map<String, DeviceRules> before, Map<String, DeviceRules> after) {
        public Words of(String kind, String rule) {
            return Stream.of(after, before)
                    .map(rules -> rules.get(kind))
                    .filter(rules -> rules != null && rules.names().containsKey(rule))
                    .findFirst()
                    .map(rules -> rules.names().getOrDefault(rule, Words.of(rule)))
                    .orElse(rule.equals(RuleSpec.FLOOD) ? RulesInForce.FLOOD : Words.of(rule));
        }
    }

    private final RulesInForce inForce;
    private final DevicesToTell devices;
    private final ReadLog log;
    private final TransactionTemplate reading;
    private final JsonMapper json;
    private final Clock clock;

    TryRules(
            RulesInForce inForce,
            DevicesToTell devices,
            ReadLog log,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.inForce = inForce;
        this.devices = devices;
        this.log = log;
        this.json = json;
        this.clock = clock;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** @param changed as it would stand beside the packages in force; without faults */
    public Result of(Tenant tenant, PackageFiles changed, int days) {
        return requireNonNull(reading.execute(status -> new Run(tenant, changed, days).run()));
    }

    private final class Run {
        private final Tenant tenant;
        private final Map<String, DeviceRules> before = new HashMap<>();
        private final Map<String, DeviceRules> after = new HashMap<>();
        private final Set<String> kinds = new HashSet<>();
        private final List<Entry.DeviceSet> known;
        private final Map<String, SortedMap<String, Object>> registers = new HashMap<>();
        private final Instant begin;
        private final Instant end;
        private final List<TrialAlarm> now = new ArrayList<>();
        private final List<TrialAlarm> then = new ArrayList<>();
        private final long deadline = System.nanoTime() + TIME_MAX.toNanos();
        private Instant from;
        private long entries;
        private boolean isWhole = true;

        Run(Tenant tenant, PackageFiles changed, int days) {
            this.tenant = tenant;
            end = clock.instant();
            begin = end.minus(Duration.ofDays(days));
            from = end;
            inForce.all(tenant).forEach((kind, one) -> {
                if (one.packageId().equals(changed.pack().id())) before.put(kind, one);
            });
            ReadDeviceRules.all(changed, 0, new Faults())
                    .forEach(one -> after.put(one.rules().kind(), one));
            kinds.addAll(before.keySet());
            kinds.addAll(after.keySet());
            known = devices.all(tenant, end).stream()
                    .filter(set -> kinds.contains(set.device().kind()))
                    .map(set -> new Entry.DeviceSet(set.family(), set.device().in(Device.Mode.IN_USE)))
                    .toList();
            known.forEach(set -> registers.put(set.device().id(), set.device().fields()));
        }

        Result run() {
            if (!kinds.isEmpty()) log.heads(tenant).forEach(this::partition);
            return new Result(new Names(before, after), from, end, entries, isWhole, new TrialOutcome(now, then));
        }

        private void partition(int partition, Head head) {
            if (head.nextOffset() == 0) return;
            long offset = log.since(tenant, partition, begin);
            List<LogRecord> records = log.from(tenant, partition, offset, RECORDS);
            if (records.isEmpty()) return;
            Stamp first = ReadEntry.stamp(records.getFirst());
            if (first.at() < from.toEpochMilli()) from = Instant.ofEpochMilli(first.at());
            RulesTrial is = trial(partition, before, first);
            RulesTrial would = trial(partition, after, first);
            while (!records.isEmpty()) {
                for (LogRecord record : records) {
                    if (record.note() == null && !kinds.contains(record.deviceKind())) continue;
                    Entry entry = ReadEntry.entry(record, json);
                    if (entry instanceof Entry.DeviceSet set
                            && !kinds.contains(set.device().kind())) continue;
                    is.take(ReadEntry.stamp(record), entry);
                    would.take(ReadEntry.stamp(record), entry);
                    entries++;
                }
                if (System.nanoTime() > deadline) {
                    isWhole = false;
                    return;
                }
                records = log.from(tenant, partition, records.getLast().offset() + 1, RECORDS);
            }
            now.addAll(is.alarms(head.lastIngestAt().toEpochMilli()));
            then.addAll(would.alarms(head.lastIngestAt().toEpochMilli()));
        }

        private RulesTrial trial(int partition, Map<String, DeviceRules> rules, Stamp first) {
            List<KindRules> kindRules =
                    rules.values().stream().map(DeviceRules::rules).toList();
            List<Entry.DeviceSet> here = known.stream()
                    .filter(set -> Partitions.of(set.family()) == partition)
                    .toList();
            return new RulesTrial(
                    partition, kindRules, registers, here, new Stamp(partition, first.offset() - 1, first.at()));
        }
    }
}
