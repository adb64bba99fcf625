package org.yiwang.alarms;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.alarms.store.MaintenanceStore;
import org.yiwang.alarms.store.MaintenanceStore.Work;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;

/** Somebody works on a device: until then it alarms nobody, and what it had ends. */
@Service
public class MaintainDevice {
    public static final int HOURS_MAX = 7 * 24;

    private final KnownDevices devices;
    private final MaintenanceStore store;
    private final RunAlarms alarms;
    private final Clock clock;

    MaintainDevice(KnownDevices devices, MaintenanceStore store, RunAlarms alarms, Clock clock) {
        this.devices = devices;
        this.store = store;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Who works on the device; empty where nobody does. */
    public Optional<Work> find(Staff staff, String serial) {
        visible(staff, serial);
        return store.find(staff.tenant(), serial, clock.instant());
    }

    public void begin(Staff staff, String serial, int hours, String reason) {
        visible(staff, serial);
        if (reason.isBlank())
            throw Refusal.invalid("reason", "alarms.words-missing").exception();
        store.begin(
                staff.tenant(), serial, clock.instant().plus(Duration.ofHours(hours)), staff.name(), reason.strip());
        alarms.tellSoon();
    }

    public void end(Staff staff, String serial) {
        visible(staff, serial);
        store.end(staff.tenant(), serial);
        alarms.tellSoon();
    }

    private void visible(Staff staff, String serial) {
        Sight sight = staff.sight();
        boolean isSeen = devices.find(staff.tenant(), serial)
                .filter(device -> sight.everything() || isWithin(sight, device))
                .isPresent();
        if (!isSeen) throw Refusal.notFound("sensing.no-device", serial).exception();
    }

    private static boolean isWithin(Sight sight, Device device) {
        return has(sight.areas(), device.area()) || has(sight.committees(), device.committee());
    }

    private static boolean has(Set<UnitId> units, @Nullable String unit) {
        return unit != null && units.contains(new UnitId(unit));
    }
}
