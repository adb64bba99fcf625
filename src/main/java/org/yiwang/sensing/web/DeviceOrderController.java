package org.yiwang.sensing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.sensing.AskByHand;
import org.yiwang.sensing.AskDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceOrder;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.ValueField;

/** What devices were asked and what they answered; and to ask them by hand. */
@RestController
@RequestMapping("/api/v1/sensing/devices/{serial}/orders")
class DeviceOrderController {
    private static final int REASON_CHARACTERS_MAX = 200;
    private static final Pattern ALARM = Pattern.compile("[0-9a-f]{32}");
    private static final int ARGUMENTS_MAX = 40;

    private final ShowDevices devices;
    private final AskDevices ask;
    private final AskByHand byHand;

    DeviceOrderController(ShowDevices devices, AskDevices ask, AskByHand byHand) {
        this.devices = devices;
        this.ask = ask;
        this.byHand = byHand;
    }

    /**
     * An order and what became of it.
     *
     * @param state WAITING, SENT, DONE, REFUSED, FAILED, EXPIRED, WITHDRAWN or WITHHELD
     * @param by the person who gave it; null where a rule did
     * @param reason the person's, or the name of the rule
     * @param releases the order that it takes back
     * @param answer the device's reason
     */
    @SchemaName("DeviceOrder")
    record Order(
            String id,
            String kind,
            String name,
            String state,
            @Nullable String alarm,
            @Nullable String by,
            String reason,
            @Nullable String releases,
            Instant decidedAt,
            Instant expiresAt,
            int tries,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    @SchemaName("DeviceOrderArgument")
    record Argument(
            String name,
            String title,
            String type,
            boolean required,
            @Nullable String unit,
            List<Choice> choices) {}

    @SchemaName("DeviceOrderChoice")
    record Choice(String code, String title) {}

    /** An order that people may give. */
    @SchemaName("DeviceOrderKind")
    record Kind(String id, String name, List<Argument> arguments) {}

    /** @param kinds what people may ask of this device; the latest orders first */
    @SchemaName("DeviceOrders")
    record Page(List<Order> items, List<Kind> kinds) {}

    @SchemaName("DeviceOrderGiven")
    record Given(
            @Nullable String order,
            @Nullable Map<String, @Nullable String> with,
            @Nullable String reason,
            @Nullable String alarm) {}

    @SchemaName("DeviceOrderId")
    record Id(String id) {}

    /** @param alarm only those of this alarm */
    @Needs("devices.read")
    @GetMapping
    Page page(Staff staff, @PathVariable String serial, @RequestParam @Nullable String alarm, Locale locale) {
        Device device = devices.visible(staff, serial);
        List<DeviceOrder> orders = alarm == null
                ? ask.ofDevice(staff.tenant(), serial)
                : isAlarm(alarm) ? ask.ofAlarm(staff.tenant(), alarm) : List.of();
        String language = locale.getLanguage();
        return new Page(
                orders.stream()
                        .filter(one -> one.device().equals(serial))
                        .map(one -> order(device, one, language))
                        .toList(),
                device.kind().orders().all().values().stream()
                        .filter(OrderKind::byHand)
                        .map(one -> new Kind(
                                one.id(),
                                one.name().in(language),
                                one.arguments().stream()
                                        .map(field -> argument(field, language))
                                        .toList()))
                        .toList());
    }

    private static Order order(Device device, DeviceOrder one, String language) {
        return new Order(
                one.id(),
                one.kind(),
                device.kind()
                        .orders()
                        .find(one.kind())
                        .map(kind -> kind.name().in(language))
                        .orElse(one.kind()),
                one.state().name(),
                one.alarm(),
                one.by(),
                one.reason(),
                one.releases(),
                one.decidedAt(),
                one.expiresAt(),
                one.tries(),
                one.sentAt(),
                one.answeredAt(),
                one.answerReason());
    }

    private static Argument argument(ValueField field, String language) {
        return new Argument(
                field.name(),
                field.title().in(language),
                field.type().id(),
                field.required(),
                field.unit() == null ? null : field.unit().in(language),
                field.choices().stream()
                        .map(one -> new Choice(one.code(), one.title().in(language)))
                        .toList());
    }

    @Needs("devices.order")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Id give(Staff staff, @PathVariable String serial, @RequestBody Given given) {
        String reason = given.reason() == null ? "" : given.reason().replaceAll("\\p{Cntrl}", " ");
        if (reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.invalid("reason", "scenario.text-too-long", "reason", REASON_CHARACTERS_MAX)
                    .exception();
        return new Id(byHand.ask(
                staff,
                serial,
                given.order() == null ? "" : given.order(),
                arguments(given.with()),
                reason,
                isAlarm(given.alarm()) ? given.alarm() : null));
    }

    private static boolean isAlarm(@Nullable String id) {
        return id != null && ALARM.matcher(id).matches();
    }

    private static Map<String, String> arguments(@Nullable Map<String, @Nullable String> with) {
        Map<String, String> arguments = new TreeMap<>();
        if (with == null) return arguments;
        if (with.size() > ARGUMENTS_MAX)
            throw Refusal.invalid("with", "sensing.too-many", "with", ARGUMENTS_MAX)
                    .exception();
        with.forEach((name, value) -> {
            if (value != null && !value.isBlank()) arguments.put(name, value.strip());
        });
        return arguments;
    }
}
