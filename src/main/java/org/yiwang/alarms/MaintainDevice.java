package org.yiwang.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.store.MaintenanceStore;
import org.yiwang.alarms.store.MaintenanceStore.Work;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.sensing.KnownDevices;

/** Somebody works on a device: until then it alarms nobody, and what it had ends. */
@Service
public class MaintainDevice {
    public static final int HOURS_MAX = 7 * 24;

    private static final String STREAM = "device-maintenance";

    private final KnownDevices devices;
    private final MaintenanceStore store;
    private final RunAlarms alarms;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    MaintainDevice(
            KnownDevices devices,
            MaintenanceStore store,
            RunAlarms alarms,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.devices = devices;
        this.store = store;
        this.alarms = alarms;
        this.audit = audit;
        this.transactions = transactions;
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
        Instant until = clock.instant().plus(Duration.ofHours(hours));
        transactions.executeWithoutResult(status -> {
            store.begin(staff.tenant(), serial, until, staff.name(), reason.strip());
            record(
                    staff,
                    "maintenance-begun",
                    Map.of("device", serial, "until", until.toString(), "reason", reason.strip()));
        });
        alarms.tellSoon();
    }

    public void end(Staff staff, String serial) {
        visible(staff, serial);
        transactions.executeWithoutResult(status -> {
            store.end(staff.tenant(), serial);
            record(staff, "maintenance-ended", Map.of("device", serial));
        });
        alarms.tellSoon();
    }

    /** A device that alarms nobody is what whoever wants to be unseen would make of it. */
    private void record(Staff staff, String action, Map<String, String> detail) {
        audit.record(staff.tenant(), STREAM, staff.id().toString(), action, detail);
    }

    private void visible(Staff staff, String serial) {
        boolean isSeen = devices.find(staff.tenant(), serial)
                .filter(device -> staff.sight().covers(device.area(), device.committee()))
                .isPresent();
        if (!isSeen) throw Refusal.notFound("sensing.no-device", serial).exception();
    }
}
