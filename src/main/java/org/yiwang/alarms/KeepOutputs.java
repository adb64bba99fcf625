package org.yiwang.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.store.AlarmStore;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;

/** Keeps what the engine says and lets the screens know. What was kept before is not kept twice. */
@Component
public class KeepOutputs {
    private final AlarmStore alarms;
    private final KnownDevices devices;
    private final OrdersOfAlarms orders;
    private final Outbox outbox;
    private final Ids ids;

    KeepOutputs(AlarmStore alarms, KnownDevices devices, OrdersOfAlarms orders, Outbox outbox, Ids ids) {
        this.alarms = alarms;
        this.devices = devices;
        this.orders = orders;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** In the caller's transaction. */
    public void keep(Tenant tenant, List<Output> outputs) {
        for (Output output : outputs) {
            Optional<Device> device = devices.find(tenant, output.device());
            boolean isNew = output.what() == Output.What.RAISED
                    ? alarms.raise(tenant, output, device.orElse(null))
                    : alarms.change(tenant, output);
            if (!isNew) continue;
            orders.follow(tenant, output);
            tell(tenant, output, device);
        }
    }

    private void tell(Tenant tenant, Output output, Optional<Device> device) {
        outbox.publish(
                tenant,
                AlarmFeed.TOPIC,
                ids.next(),
                new AlarmFeed.Changed(
                        output.episodeId(),
                        output.what().name(),
                        device.map(Device::committee).orElse(null),
                        device.map(Device::area).orElse(null)),
                Instant.ofEpochMilli(output.at()));
    }
}
