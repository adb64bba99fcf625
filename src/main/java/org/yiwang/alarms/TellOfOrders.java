package org.yiwang.alarms;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.OrderUnanswered;
import org.yiwang.sensing.model.Device;

/** A device that was asked and does not answer is told to the officers of its committee and to the duty chiefs, once: somebody has to go there or call. */
@Component
class TellOfOrders {
    private final KnownDevices devices;
    private final People people;
    private final Notices notices;

    TellOfOrders(KnownDevices devices, People people, Notices notices) {
        this.devices = devices;
        this.people = people;
        this.notices = notices;
    }

    /** In the transaction in which that is written down. */
    @EventListener
    void tell(OrderUnanswered event) {
        Device device = devices.find(event.tenant(), event.device()).orElse(null);
        Set<UUID> told = people.all(event.tenant()).stream()
                .filter(one -> isConcerned(one, device))
                .map(Staff::id)
                .collect(Collectors.toSet());
        notices.send(
                event.tenant(),
                told,
                new Notice(
                        event.at(),
                        "order-unanswered",
                        true,
                        new Words("设备未应答远程请求", "A device did not answer"),
                        text(event, device),
                        null,
                        null,
                        "order/" + event.order()));
    }

    private static boolean isConcerned(Staff staff, @Nullable Device device) {
        boolean isOfCommittee = device != null
                && staff.is(Role.COMMITTEE)
                && staff.unit().value().equals(device.committee());
        return isOfCommittee || staff.is(Role.DUTY_CHIEF);
    }

    private static Words text(OrderUnanswered event, @Nullable Device device) {
        String label = device == null ? event.device() : device.label();
        org.yiwang.scenario.Words name = device == null
                ? org.yiwang.scenario.Words.of(event.kind())
                : device.kind()
                        .orders()
                        .find(event.kind())
                        .map(one -> one.name())
                        .orElse(org.yiwang.scenario.Words.of(event.kind()));
        return new Words(label + " · " + name.zh(), label + " · " + name.en());
    }
}
