package org.yiwang.sensing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.form.Field;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceKind;

/** The devices that registers know, in memory: by serial number, and with what each hangs on. */
@Component
public class KnownDevices {
    private record Held(Map<String, Device> bySerial, long readNanos) {}

    /** A device entered at the desk is known to the doors after this time at the latest. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final DeviceKinds kinds;
    private final Entries entries;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    KnownDevices(DeviceKinds kinds, Entries entries) {
        this.kinds = kinds;
        this.entries = entries;
    }

    /** By serial number. Reads the registers where that was some seconds ago. */
    public Map<String, Device> all(Tenant tenant) {
        Held known = held.get(tenant);
        if (known != null && System.nanoTime() - known.readNanos() < FRESH_NANOS) return known.bySerial();
        return refresh(tenant);
    }

    /** Reads the registers again. */
    public Map<String, Device> refresh(Tenant tenant) {
        Held read = new Held(read(tenant), System.nanoTime());
        held.put(tenant, read);
        return read.bySerial();
    }

    public Optional<Device> find(Tenant tenant, String serial) {
        return Optional.ofNullable(all(tenant).get(serial));
    }

    /** As it was last read, without a look into the database: for threads that must not wait. */
    public @Nullable Device known(Tenant tenant, String serial) {
        Held known = held.get(tenant);
        return known == null ? null : known.bySerial().get(serial);
    }

    /** What was known stays until the registers have been read again: no message is turned away meanwhile. */
    @EventListener
    void published(PackagePublished now) {
        held.computeIfPresent(
                now.tenant(), (tenant, known) -> new Held(known.bySerial(), System.nanoTime() - FRESH_NANOS));
    }

    private Map<String, Device> read(Tenant tenant) {
        Map<String, Device> bySerial = new LinkedHashMap<>();
        Chain chain = new Chain(tenant);
        for (DeviceKind kind : kinds.all(tenant).values())
            for (EntryFacts entry : chain.register(kind.register()).values()) {
                String serial = entry.data().path(kind.serial()).asString("").strip();
                if (!serial.isEmpty()) bySerial.putIfAbsent(serial, device(chain, kind, entry, serial));
            }
        return bySerial;
    }

    private static Device device(Chain chain, DeviceKind kind, EntryFacts entry, String serial) {
        List<String> above = chain.above(kind, entry);
        String own = entry.register() + ":" + entry.key();
        return new Device(
                serial,
                kind,
                own,
                entry.label(),
                above,
                above.isEmpty() ? own : above.getLast(),
                DeviceFields.values(kind, entry, field -> chain.named(entry, field)),
                chain.within(kind, entry),
                entry.point(),
                entry.cell(),
                entry.committee(),
                entry.area());
    }

    /** Follows records upwards, each register being read once. */
    private final class Chain {
        private final Tenant tenant;
        private final Map<String, Map<String, EntryFacts>> registers = new HashMap<>();

        Chain(Tenant tenant) {
            this.tenant = tenant;
        }

        Map<String, EntryFacts> register(String name) {
            return registers.computeIfAbsent(name, wanted -> {
                Map<String, EntryFacts> byKey = new LinkedHashMap<>();
                entries.all(tenant, wanted).forEach(entry -> byKey.put(entry.key(), entry));
                return byKey;
            });
        }

        /** Nearest first; ends where a record is missing. */
        List<String> above(DeviceKind kind, EntryFacts entry) {
            List<String> above = new ArrayList<>();
            EntryFacts at = entry;
            for (String field : kind.gateway()) {
                EntryFacts next = named(at, field);
                if (next == null) break;
                above.add(next.register() + ":" + next.key());
                at = next;
            }
            return above;
        }

        /** From near to far; ends where nothing is said. */
        List<Device.Within> within(DeviceKind kind, EntryFacts entry) {
            List<Device.Within> within = new ArrayList<>();
            EntryFacts at = entry;
            for (String field : kind.within()) {
                EntryFacts next = named(at, field);
                String text = at.data().path(field).asString("").strip();
                if (next != null) within.add(new Device.Within(next.register() + ":" + next.key(), next.label()));
                else if (!text.isEmpty()) within.add(new Device.Within(null, text));
                if (next == null) break;
                at = next;
            }
            return within;
        }

        /** The record that a field of this one names; null where there is none. */
        @Nullable
        EntryFacts named(EntryFacts at, String field) {
            String key = at.data().path(field).asString("");
            String register = key.isEmpty() ? null : target(at.register(), field);
            return register == null ? null : register(register).get(key);
        }

        private @Nullable String target(String register, String field) {
            return entries.fields(tenant, register).stream()
                    .filter(one -> one.name().equals(field))
                    .map(Field::register)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
