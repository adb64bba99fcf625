package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceOrder;
import org.yiwang.sensing.model.DeviceOrder.State;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.OrderRequest;
import org.yiwang.sensing.store.DeviceOrderStore;
import tools.jackson.databind.json.JsonMapper;

/** What devices are to be asked: kept in the transaction of whoever decides it, sent after that by {@link SendOrders}. A device decides itself and answers. */
@Service
public class AskDevices {
    private static final int SHOWN_MAX = 100;

    private final KnownDevices devices;
    private final DeviceOrderStore store;
    private final Outbox outbox;
    private final Ids ids;
    private final JsonMapper json;

    public AskDevices(KnownDevices devices, DeviceOrderStore store, Outbox outbox, Ids ids, JsonMapper json) {
        this.devices = devices;
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    /** The same for the same order of the same alarm, whoever works it out and however often. */
    public static String id(String alarm, String order) {
        return UUID.nameUUIDFromBytes((alarm + " " + order).getBytes(UTF_8)).toString();
    }

    /** Gives an order, in the caller's transaction. Of a device that is gone, or that takes no such order, nothing is asked. */
    public void ask(Tenant tenant, OrderRequest request) {
        keep(tenant, request, State.WAITING, null);
    }

    /** Notes an order that was not given because something forbade it. */
    public void withhold(Tenant tenant, OrderRequest request) {
        keep(tenant, request, State.WITHHELD, null);
    }

    private void keep(Tenant tenant, OrderRequest request, State state, @Nullable String releases) {
        Optional<Device> device = devices.find(tenant, request.device());
        Optional<OrderKind> kind = device.flatMap(one -> one.kind().orders().find(request.order()));
        if (device.isEmpty() || kind.isEmpty()) return;
        String arguments = json.writeValueAsString(kind.get().values(request.arguments()));
        if (store.add(tenant, device.get(), kind.get(), request, arguments, state, releases))
            tell(tenant, request.id(), device.get().serial(), request.alarm(), state, request.at());
    }

    /**
     * Takes orders of an alarm back, in the caller's transaction: what was not sent is not sent any more; for what was, the order that releases it is given.
     *
     * @param order only this one; null for all of the alarm
     */
    public void withdraw(Tenant tenant, String alarm, @Nullable String order, Instant at) {
        for (DeviceOrder one : store.ofAlarmHeld(tenant, alarm)) {
            if (order != null && !order.equals(one.kind())) continue;
            if (one.state() == State.WAITING || one.state() == State.SENT) {
                store.settle(tenant, one.id(), State.WITHDRAWN);
                tell(tenant, one.id(), one.device(), alarm, State.WITHDRAWN, at);
            }
            if (one.sentAt() != null) release(tenant, one, at);
        }
    }

    private void release(Tenant tenant, DeviceOrder one, Instant at) {
        store.release(tenant, one.id())
                .ifPresent(release -> keep(
                        tenant,
                        new OrderRequest(
                                id(one.id(), release),
                                one.device(),
                                release,
                                Map.of(),
                                one.alarm(),
                                null,
                                one.reason(),
                                null,
                                at),
                        State.WAITING,
                        one.id()));
    }

    void tell(Tenant tenant, String id, String serial, @Nullable String alarm, State state, Instant at) {
        Device device = devices.find(tenant, serial).orElse(null);
        outbox.publish(
                tenant,
                OrderFeed.TOPIC,
                ids.next(),
                new OrderFeed.Changed(
                        id,
                        serial,
                        alarm,
                        state.name(),
                        device == null ? null : device.committee(),
                        device == null ? null : device.area()),
                at);
    }

    public List<DeviceOrder> ofAlarm(Tenant tenant, String alarm) {
        return store.ofAlarm(tenant, alarm, SHOWN_MAX);
    }

    public List<DeviceOrder> ofDevice(Tenant tenant, String serial) {
        return store.ofDevice(tenant, serial, SHOWN_MAX);
    }
}
