package org.yiwang.alarms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.store.ToldStore;
import org.yiwang.alarms.store.ToldStore.Told;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.AppendLog;
import org.yiwang.sensing.model.Note;

/**
 * Tells the log which rules are in force and which devices there are, whenever that has changed: what a message means is decided by what stood before it in the log, not by
 * what somebody published later.
 */
@Component
public class TellLog {
    private final RulesInForce rules;
    private final DevicesToTell devices;
    private final ToldStore told;
    private final AppendLog log;
    private final TransactionOperations transactions;

    TellLog(
            RulesInForce rules,
            DevicesToTell devices,
            ToldStore told,
            AppendLog log,
            TransactionOperations transactions) {
        this.rules = rules;
        this.devices = devices;
        this.told = told;
        this.log = log;
        this.transactions = transactions;
    }

    /** Compares and tells what is new. */
    public void turn(Tenant tenant, Instant now) {
        Map<String, Told> wanted = wanted(tenant, now);
        if (told.all(tenant).equals(wanted)) return;
        transactions.executeWithoutResult(status -> {
            told.lock(tenant);
            log.hold();
            Map<String, Told> before = told.all(tenant);
            before.forEach((about, was) -> {
                if (!wanted.containsKey(about)) forget(tenant, about, was);
            });
            wanted.forEach((about, is) -> tell(tenant, about, before.get(about), is));
        });
    }

    private void tell(Tenant tenant, String about, @Nullable Told was, Told is) {
        if (is.equals(was)) return;
        if (was != null && !was.family().equals(is.family())) forget(tenant, about, was);
        if (is.family().isEmpty()) log.noteAll(is.entry());
        else log.note(is.family(), is.entry());
        told.keep(tenant, about, is);
    }

    /** A device that is gone; rules that are gone have nothing in them any more. */
    private void forget(Tenant tenant, String about, Told was) {
        if (EntryCodec.read(was.entry().words()) instanceof Entry.DeviceSet set)
            log.note(
                    was.family(),
                    note(new Entry.DeviceSet(set.family(), set.device().in(Device.Mode.GONE))));
        else if (EntryCodec.read(was.entry().words()) instanceof Entry.RulesSet set)
            log.noteAll(note(new Entry.RulesSet(set.rules().with(List.of()))));
        told.forget(tenant, about);
    }

    private Map<String, Told> wanted(Tenant tenant, Instant now) {
        Map<String, Told> wanted = new LinkedHashMap<>();
        rules.all(tenant)
                .forEach((kind, one) ->
                        wanted.put("rules:" + kind, new Told("", note(new Entry.RulesSet(one.rules())))));
        devices.all(tenant, now)
                .forEach(set ->
                        wanted.put("device:" + set.device().id(), new Told(set.family(), note(onlyUsed(tenant, set)))));
        return wanted;
    }

    /** What the rules in force speak of, and nothing else. */
    private Entry onlyUsed(Tenant tenant, Entry.DeviceSet set) {
        Device device = set.device();
        SortedMap<String, Object> fields = new TreeMap<>(device.fields());
        DeviceRules known = rules.all(tenant).get(device.kind());
        fields.keySet()
                .retainAll(known == null ? Set.of() : known.rules().fields().keySet());
        return new Entry.DeviceSet(set.family(), device.with(fields));
    }

    private static Note note(Entry entry) {
        return new Note(EntryCodec.write(entry));
    }
}
