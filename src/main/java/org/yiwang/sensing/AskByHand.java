package org.yiwang.sensing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.registry.Entries;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.OrderRequest;
import org.yiwang.sensing.store.DeviceOrderStore;

/** A person asks something of a device: what its kind lets people ask, with a reason, on record. */
@Service
public class AskByHand {
    /** One device hears no more than this from people; a hand that slips shall not keep a lift busy. */
    public static final int ORDERS_PER_MINUTE_MAX = 6;

    private static final String STREAM = "device-orders";

    private final AskDevices ask;
    private final DeviceOrderStore store;
    private final KnownDevices devices;
    private final Entries entries;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AskByHand(
            AskDevices ask,
            DeviceOrderStore store,
            KnownDevices devices,
            Entries entries,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.ask = ask;
        this.store = store;
        this.devices = devices;
        this.entries = entries;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives the order; answers its id.
     *
     * @param alarm on whose account; null for none
     */
    @Transactional
    public String ask(
            Staff staff,
            String serial,
            String order,
            Map<String, String> arguments,
            String reason,
            @Nullable String alarm) {
        Device device = reached(staff, serial);
        OrderKind kind = device.kind()
                .orders()
                .find(order)
                .filter(OrderKind::byHand)
                .orElseThrow(() ->
                        Refusal.invalid("order", "sensing.no-such-order", order).exception());
        kind.fault(arguments).ifPresent(name -> {
            throw Refusal.invalid("with", "sensing.bad-argument", name).exception();
        });
        if (reason.isBlank())
            throw Refusal.invalid("reason", "sensing.order-reason").exception();
        Instant now = clock.instant();
        if (store.byHand(staff.tenant(), serial, now.minus(Duration.ofMinutes(1))) >= ORDERS_PER_MINUTE_MAX)
            throw Refusal.conflict("sensing.order-often", ORDERS_PER_MINUTE_MAX).exception();
        String id = ids.next().toString();
        ask.ask(
                staff.tenant(),
                new OrderRequest(id, serial, order, arguments, alarm, staff.name(), reason.strip(), null, now));
        audit.record(
                staff.tenant(),
                STREAM,
                staff.id().toString(),
                "device-asked",
                Map.of("device", serial, "order", order, "id", id, "reason", reason.strip(), "with", arguments));
        return id;
    }

    /** Whoever reaches the record of a device. */
    private Device reached(Staff staff, String serial) {
        return devices.find(staff.tenant(), serial)
                .filter(one -> entries.isReached(staff, one.kind().register(), one.area(), one.committee()))
                .orElseThrow(() -> Refusal.notFound("sensing.no-device", serial).exception());
    }
}
