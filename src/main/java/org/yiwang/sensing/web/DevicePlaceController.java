package org.yiwang.sensing.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.Needs;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.sensing.DeviceKinds;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.web.DeviceViews.DeviceLine;
import org.yiwang.sensing.web.DeviceViews.Fact;
import org.yiwang.sensing.web.DeviceViews.Place;
import org.yiwang.sensing.web.DeviceViews.PlaceCount;
import org.yiwang.sensing.web.DeviceViews.PlacePage;
import org.yiwang.sensing.web.DeviceViews.Places;
import org.yiwang.sensing.web.DeviceViews.Word;
import tools.jackson.databind.JsonNode;

/** Devices by where they are: the lifts of a building, the stations of a river; and one such place with what it has. */
@RestController
@RequestMapping("/api/v1/sensing/places")
class DevicePlaceController {
    private static final int DEVICES_MAX = 2_000;
    private static final int DEVICES_OF_ONE_MAX = 50;

    private final ShowDevices show;
    private final KnownDevices devices;
    private final DeviceKinds kinds;
    private final Entries entries;

    DevicePlaceController(ShowDevices show, KnownDevices devices, DeviceKinds kinds, Entries entries) {
        this.show = show;
        this.devices = devices;
        this.kinds = kinds;
        this.entries = entries;
    }

    /** @param kind of device */
    @Needs("devices.read")
    @GetMapping
    Places places(Staff staff, @RequestParam String kind) {
        DeviceKind known = kinds.all(staff.tenant()).get(kind);
        if (known == null) throw Refusal.notFound("sensing.no-kind", kind).exception();
        List<Device> all = devices.all(staff.tenant()).values().stream()
                .filter(one -> one.kind().id().equals(kind) && show.sees(staff, one))
                .sorted(Comparator.comparing(DevicePlaceController::path).thenComparing(Device::serial))
                .limit(DEVICES_MAX + 1L)
                .toList();
        List<DeviceLine> lines =
                show.lines(staff.tenant(), all.stream().limit(DEVICES_MAX).toList());
        return new Places(known.origin().packageId(), counts(staff, known, lines), lines, all.size() > DEVICES_MAX);
    }

    /** Far first, so that what lies together stands together. */
    private static String path(Device device) {
        return String.join(
                "\u0000",
                device.within().reversed().stream().map(Device.Within::label).toList());
    }

    private List<PlaceCount> counts(Staff staff, DeviceKind kind, List<DeviceLine> lines) {
        List<PlaceCount> counts = new ArrayList<>();
        String register = kind.register();
        for (int level = 0; level < kind.within().size() && register != null; level++) {
            String name = kind.within().get(level);
            Field field = entries.fields(staff.tenant(), register).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field == null) break;
            Set<Place> places = new HashSet<>();
            Set<Place> active = new HashSet<>();
            for (DeviceLine line : lines) {
                if (line.within().size() <= level) continue;
                places.add(line.within().get(level));
                if (line.lastHeard() != null && !line.silent())
                    active.add(line.within().get(level));
            }
            counts.add(new PlaceCount(Word.of(field.title()), places.size(), active.size()));
            register = field.register();
        }
        return counts;
    }

    @Needs("devices.read")
    @GetMapping("/{register}/{key}")
    PlacePage place(Staff staff, @PathVariable String register, @PathVariable String key, Locale locale) {
        if (!entries.isSeen(staff, register, key))
            throw Refusal.notFound("sensing.no-place").exception();
        EntryFacts record = entries.find(staff.tenant(), register, key).orElseThrow();
        String entry = register + ":" + key;
        List<Device> there = devices.all(staff.tenant()).values().stream()
                .filter(one -> show.sees(staff, one) && level(one, entry) >= 0)
                .sorted(Comparator.comparing(Device::serial))
                .limit(DEVICES_OF_ONE_MAX)
                .toList();
        return new PlacePage(
                register,
                key,
                Word.of(entries.register(staff, register).title()),
                record.label(),
                there.stream().findFirst().map(one -> beyond(one, entry)).orElse(List.of()),
                facts(staff, record, locale.getLanguage()),
                show.lines(staff.tenant(), there));
    }

    private static int level(Device device, String entry) {
        for (int i = 0; i < device.within().size(); i++)
            if (entry.equals(device.within().get(i).entry())) return i;
        return -1;
    }

    private static List<Place> beyond(Device device, String entry) {
        return device.within().stream()
                .skip(level(device, entry) + 1L)
                .map(Place::of)
                .toList();
    }

    /** Plain fields of the record; what names another record stands in the path. */
    private List<Fact> facts(Staff staff, EntryFacts record, String language) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : entries.fields(staff.tenant(), record.register())) {
            JsonNode value = record.data().path(field.name());
            if (field.personal() || field.register() != null || !value.isValueNode() || value.isNull()) continue;
            Words unit = field.unit();
            facts.add(new Fact(
                    Word.of(field.title()), text(field, value, language), unit == null ? null : Word.of(unit)));
        }
        return facts;
    }

    private static String text(Field field, JsonNode value, String language) {
        String text = value.asString();
        return field.choices().stream()
                .filter(choice -> choice.value().equals(text))
                .findFirst()
                .map(choice -> choice.title().in(language))
                .orElse(text);
    }
}
