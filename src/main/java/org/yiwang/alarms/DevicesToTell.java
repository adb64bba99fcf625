package org.yiwang.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.store.MaintenanceStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;

/** The devices that registers know, as the engine has to know them: with all that registers say of them. */
@Component
class DevicesToTell {
    private final KnownDevices devices;
    private final MaintenanceStore maintenance;

    DevicesToTell(KnownDevices devices, MaintenanceStore maintenance) {
        this.devices = devices;
        this.maintenance = maintenance;
    }

    List<Entry.DeviceSet> all(Tenant tenant, Instant now) {
        var all = devices.all(tenant);
        Map<String, String> serials = new HashMap<>();
        all.values().forEach(device -> serials.put(device.entry(), device.serial()));
        var worked = maintenance.devices(tenant, now);
        List<Entry.DeviceSet> sets = new ArrayList<>();
        all.values().forEach(device -> {
            String parent = device.above().stream()
                    .filter(serials::containsKey)
                    .findFirst()
                    .map(serials::get)
                    .orElse(null);
            Device.Mode mode = worked.contains(device.serial()) ? Device.Mode.MAINTENANCE : Device.Mode.IN_USE;
            sets.add(new Entry.DeviceSet(
                    device.family(), new Device(device.serial(), device.kind().id(), parent, mode, device.fields())));
        });
        return sets;
    }
}
