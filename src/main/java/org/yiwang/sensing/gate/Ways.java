package org.yiwang.sensing.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.store.LogStore;

/** How a device can be reached from this node: over its own line, over that of a gateway it hangs on, or through the broker that it was last heard by. */
@Component
public class Ways {
    private final Lines lines;
    private final ObjectProvider<BrokerClient> broker;
    private final KnownDevices devices;
    private final LogStore log;

    public Ways(Lines lines, ObjectProvider<BrokerClient> broker, KnownDevices devices, LogStore log) {
        this.lines = lines;
        this.broker = broker;
        this.devices = devices;
        this.log = log;
    }

    /** Empty where there is none. What takes the words hands them to the network and waits for nobody. */
    public Optional<Consumer<byte[]>> to(Tenant tenant, String serial) {
        Device device = devices.find(tenant, serial).orElse(null);
        if (device == null) return Optional.empty();
        for (String one : upwards(tenant, device))
            if (lines.listens(one))
                return Optional.of(words -> {
                    var _ = lines.tell(one, words);
                });
        BrokerClient client = broker.getIfAvailable();
        if (client == null || !client.isConnected()) return Optional.empty();
        for (String one : upwards(tenant, device))
            if (log.isLastFrom(tenant, one, Source.BROKER)) return Optional.of(words -> client.tell(one, words));
        return Optional.empty();
    }

    /** Itself, then what it hangs on, nearest first. */
    private List<String> upwards(Tenant tenant, Device device) {
        List<String> serials = new ArrayList<>(List.of(device.serial()));
        for (String entry : device.above())
            devices.all(tenant).values().stream()
                    .filter(one -> one.entry().equals(entry))
                    .map(Device::serial)
                    .forEach(serials::add);
        return serials;
    }
}
