package org.yiwang.sensing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.sensing.CountMessages;
import org.yiwang.sensing.DeviceKinds;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.gate.Lines;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.MessageKind;
import org.yiwang.sensing.model.Tally;
import org.yiwang.sensing.model.ValueField;
import org.yiwang.sensing.store.CredentialStore;
import org.yiwang.sensing.store.CredentialStore.Credential;
import org.yiwang.sensing.store.LetterStore;
import org.yiwang.sensing.store.LogStore;
import org.yiwang.sensing.store.TallyStore;
import org.yiwang.sensing.web.DeviceViews.DeadLetter;
import org.yiwang.sensing.web.DeviceViews.DeviceDetail;
import org.yiwang.sensing.web.DeviceViews.DeviceLine;
import org.yiwang.sensing.web.DeviceViews.DevicePage;
import org.yiwang.sensing.web.DeviceViews.KindChoice;
import org.yiwang.sensing.web.DeviceViews.Message;
import org.yiwang.sensing.web.DeviceViews.Today;
import org.yiwang.sensing.web.DeviceViews.Value;
import org.yiwang.sensing.web.DeviceViews.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the desk sees of devices. */
@Component
class ShowDevices {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MESSAGES_SHOWN = 50;
    private static final int PAYLOAD_BYTES_SHOWN = 2_000;
    private static final int HEARTBEATS_MISSED = 2;

    /** What is looked for; absent parts do not narrow. */
    record Sought(@Nullable String kind, @Nullable String text) {}

    private final KnownDevices devices;
    private final DeviceKinds kinds;
    private final CredentialStore credentials;
    private final LetterStore letters;
    private final LogStore log;
    private final TallyStore tallies;
    private final CountMessages count;
    private final Lines lines;
    private final RefusalTexts texts;
    private final Entries entries;
    private final Clock clock;

    ShowDevices(
            KnownDevices devices,
            DeviceKinds kinds,
            CredentialStore credentials,
            LetterStore letters,
            LogStore log,
            TallyStore tallies,
            CountMessages count,
            Lines lines,
            RefusalTexts texts,
            Entries entries,
            Clock clock) {
        this.devices = devices;
        this.kinds = kinds;
        this.credentials = credentials;
        this.letters = letters;
        this.log = log;
        this.tallies = tallies;
        this.count = count;
        this.lines = lines;
        this.texts = texts;
        this.entries = entries;
        this.clock = clock;
    }

    DevicePage page(Staff staff, Sought sought, @Nullable String after, int limit) {
        Tenant tenant = staff.tenant();
        List<Device> all = devices.all(tenant).values().stream()
                .filter(one -> sees(staff, one))
                .sorted(Comparator.comparing(Device::serial))
                .toList();
        List<Device> fitting = all.stream().filter(one -> fits(one, sought)).toList();
        List<Device> page = fitting.stream()
                .filter(one -> after == null || one.serial().compareTo(after) > 0)
                .limit(limit)
                .toList();
        Map<String, Integer> byKind = new HashMap<>();
        all.forEach(one -> byKind.merge(one.kind().id(), 1, Integer::sum));
        return new DevicePage(
                lines(tenant, page),
                page.size() == limit ? page.getLast().serial() : null,
                fitting.size(),
                kinds.all(tenant).values().stream()
                        .map(kind -> new KindChoice(kind.id(), Word.of(kind.name()), byKind.getOrDefault(kind.id(), 0)))
                        .toList(),
                tallies.of(tenant, count.today(), List.of(TallyStore.STRANGERS))
                        .getOrDefault(TallyStore.STRANGERS, Tally.NONE)
                        .refused());
    }

    /** Whoever reaches the record of a device sees the device. */
    boolean sees(Staff staff, Device device) {
        String register = device.kind().register();
        return entries.isReached(staff, register, device.area(), device.committee());
    }

    private static boolean fits(Device device, Sought sought) {
        if (sought.kind() != null && !sought.kind().equals(device.kind().id())) return false;
        if (sought.text() == null || sought.text().isBlank()) return true;
        String wanted = sought.text().strip().toLowerCase(Locale.ROOT);
        return device.serial().toLowerCase(Locale.ROOT).contains(wanted)
                || device.label().toLowerCase(Locale.ROOT).contains(wanted);
    }

    Device visible(Staff staff, String serial) {
        return devices.find(staff.tenant(), serial)
                .filter(one -> sees(staff, one))
                .orElseThrow(() -> Refusal.notFound("sensing.no-device", serial).exception());
    }

    List<DeviceLine> lines(Tenant tenant, List<Device> page) {
        List<String> serials = page.stream().map(Device::serial).toList();
        Map<String, Credential> secrets = credentials.of(tenant, serials);
        Map<String, Tally> today = tallies.of(tenant, count.today(), serials);
        Map<String, Instant> heard = tallies.heard(tenant, serials);
        Map<String, Integer> lying = letters.count(tenant, serials);
        Instant now = clock.instant();
        return page.stream()
                .map(one -> line(
                        one,
                        secrets.get(one.serial()),
                        today.getOrDefault(one.serial(), Tally.NONE),
                        heard.get(one.serial()),
                        lying.getOrDefault(one.serial(), 0),
                        now))
                .toList();
    }

    private DeviceLine line(
            Device device, @Nullable Credential secret, Tally today, @Nullable Instant heard, int lying, Instant now) {
        String[] entry = device.entry().split(":", 2);
        Instant due =
                heard == null ? null : heard.plus(device.kind().heartbeat().multipliedBy(HEARTBEATS_MISSED));
        return new DeviceLine(
                device.serial(),
                device.kind().id(),
                Word.of(device.kind().name()),
                device.label(),
                entry[0],
                entry[1],
                device.committee(),
                device.within().stream().map(DeviceViews.Place::of).toList(),
                heard,
                due != null && due.isBefore(now),
                lines.isOpen(device.serial()),
                secret == null ? "none" : secret.revokedAt() == null ? "valid" : "revoked",
                lying,
                Today.of(today));
    }

    DeviceDetail detail(Staff staff, String serial, Locale locale) {
        Device device = visible(staff, serial);
        Tenant tenant = staff.tenant();
        List<LogRecord> records = log.latest(tenant, serial, MESSAGES_SHOWN);
        Map<String, LogRecord> latest = new LinkedHashMap<>();
        records.forEach(one -> latest.putIfAbsent(one.messageKind(), one));
        Credential secret = credentials.find(tenant, serial).orElse(null);
        return new DeviceDetail(
                lines(tenant, List.of(device)).getFirst(),
                device.family(),
                device.above(),
                device.kind().heartbeat().toSeconds(),
                "yw/" + serial + "/",
                secret == null ? null : secret.issuedAt(),
                secret == null ? null : secret.revokedAt(),
                latest.values().stream().map(one -> message(device.kind(), one)).toList(),
                records.stream().map(one -> message(device.kind(), one)).toList(),
                letters.of(tenant, serial).stream()
                        .map(one -> letter(one, locale))
                        .toList());
    }

    /** In the words of today's kind; what it no longer knows is shown by its name. */
    private static Message message(DeviceKind kind, LogRecord record) {
        MessageKind known = kind.message(record.messageKind()).orElse(null);
        List<Value> values = new ArrayList<>();
        JSON.readTree(record.values()).forEachEntry((name, value) -> values.add(value(known, name, value)));
        return new Message(
                record.partition(),
                record.offset(),
                record.ingestAt(),
                record.deviceTime(),
                record.messageId(),
                record.messageKind(),
                known == null ? new Word(record.messageKind(), record.messageKind()) : Word.of(known.name()),
                values);
    }

    private static Value value(@Nullable MessageKind kind, String name, JsonNode value) {
        ValueField field = kind == null
                ? null
                : kind.values().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElse(null);
        if (field == null) return new Value(name, new Word(name, name), null, value.asString(), null);
        Word unit = field.unit() == null ? null : Word.of(field.unit());
        return new Value(name, Word.of(field.title()), unit, value.asString(), shown(field, value));
    }

    private static @Nullable Word shown(ValueField field, JsonNode value) {
        if (value.isBoolean()) return value.asBoolean() ? new Word("是", "Yes") : new Word("否", "No");
        return field.choices().stream()
                .filter(choice -> choice.code().equals(value.asString("")))
                .findFirst()
                .map(choice -> Word.of(choice.title()))
                .orElse(null);
    }

    private DeadLetter letter(Letter letter, Locale locale) {
        RefusalTexts.Words words = texts.words(
                Refusal.refuse(
                        Refusal.Kind.INVALID, letter.reason(), letter.detail().toArray()),
                locale);
        byte[] payload = letter.payload().bytes();
        String shown = new String(payload, 0, Math.min(payload.length, PAYLOAD_BYTES_SHOWN), UTF_8);
        return new DeadLetter(
                letter.id().toString(),
                letter.at(),
                letter.messageKind(),
                letter.reason(),
                words.sentence(),
                words.remedy(),
                shown.replaceAll("\\p{Cntrl}", " "),
                payload.length);
    }
}
