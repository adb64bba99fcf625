package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of a device and of all that hang on it. */
final class FamilyState {
    private static final int DEPTH_MAX = 8;

    final String id;
    final TreeMap<String, DeviceState> devices = new TreeMap<>();
    final Flood flood = new Flood();
    /** Orders that go on being forbidden by what comes, for as long as their alarm goes on. */
    final List<Asked> asked = new ArrayList<>();

    FamilyState(String id) {
        this.id = id;
    }

    @Nullable
    DeviceState find(@Nullable String device) {
        return device == null ? null : devices.get(device);
    }

    @Nullable
    DeviceState parentOf(DeviceState child) {
        return find(child.device.parent());
    }

    /** The device and those without which it cannot be heard, nearest first. */
    void withThoseItHangsOn(DeviceState device, Consumer<DeviceState> each) {
        DeviceState one = device;
        for (int depth = 0; one != null && depth < DEPTH_MAX; depth++) {
            each.accept(one);
            one = parentOf(one);
        }
    }
}
