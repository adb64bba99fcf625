package org.yiwang.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.Note;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.model.Place;

/**
 * A stream as devices bring it about, the same for the same seed: 60 gateways with five lifts each, 200 points with bins, 50 water stations, by the rules that ship.
 * Messages come twice, late, overtaken, with a wrong clock; gateways go down and hand in later what was said meanwhile; rules change, devices are worked on and
 * go, alarms are ended by hand, and now and then nobody can be heard.
 */
final class Recording {
    private static final int BATCH = 5_000;

    private record Unit(String serial, String family, String kind) {}

    private record Later(long at, Incoming message) {}

    private final AlarmWorld world;
    private final SplittableRandom random;
    private final List<Unit> units = new ArrayList<>();
    private final long[] offsets = new long[Partitions.COUNT];
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at)
            .thenComparing(one -> String.valueOf(one.message().messageId())));
    private final Map<String, Long> downUntil = new HashMap<>();
    private final Map<String, Long> lastSeen = new HashMap<>();
    private final List<Incoming> messages = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private long now = Instant.parse("2021-11-08T00:00:00Z").toEpochMilli();
    private int said;
    private int number;
    private int version = 1;

    Recording(AlarmWorld world, long seed) {
        this.world = world;
        random = new SplittableRandom(seed);
        world.transactions.executeWithoutResult(status -> begin());
    }

    private void begin() {
        world.store.begin(AlarmWorld.TENANT);
        rules();
        for (int gate = 0; gate < 60; gate++) {
            String family = "lift-gateway:g" + gate;
            set(family, "g" + gate, "lift-gateway", null, Device.Mode.IN_USE);
            units.add(new Unit("g" + gate, family, "lift-gateway"));
            for (int lift = 0; lift < 5; lift++) {
                String serial = "l" + gate + "-" + lift;
                set(family, serial, "lift-controller", "g" + gate, Device.Mode.IN_USE);
                units.add(new Unit(serial, family, "lift-controller"));
            }
        }
        for (int i = 0; i < 250; i++) {
            String kind = i < 200 ? "waste-sensor" : "water-station";
            set(kind + ":" + i, "s" + i, kind, null, Device.Mode.IN_USE);
            units.add(new Unit("s" + i, kind + ":" + i, kind));
        }
    }

    /** The rules in force, of which each second edition lacks one of each kind; bins wait five seconds for what was overtaken. */
    private void rules() {
        for (String name : List.of("lift", "waste", "river"))
            for (KindRules rules : LiftPackage.shipped(name)) {
                var specs = new ArrayList<>(rules.rules());
                if (version % 2 == 0 && specs.size() > 1) specs.remove(version / 2 % specs.size());
                KindRules edition = new KindRules(
                        rules.kind(),
                        version,
                        rules.channels(),
                        rules.fields(),
                        rules.heartbeats(),
                        rules.heartbeatMillis(),
                        name.equals("waste") ? 5_000 : 0,
                        rules.lateMillis(),
                        rules.zoneSeconds(),
                        specs);
                noteAll(new Entry.RulesSet(edition));
            }
        version++;
    }

    /** Goes on with so many messages. */
    void write(int events) {
        world.transactions.executeWithoutResult(status -> play(events));
    }

    private void play(int events) {
        int end = said + events;
        int change = Math.max(1_000, events / 4);
        while (said < end) {
            now += random.nextInt(100);
            while (!later.isEmpty() && later.peek().at() <= now)
                put(later.remove().message());
            int dice = random.nextInt(10_000);
            if (dice < 2) quietFor(60_000);
            else if (dice < 12) downUntil.put(pick().family(), now + 60_000L * (1 + random.nextInt(10)));
            else if (dice < 30) work(pick());
            else if (dice < 40) end(pick());
            else speak(pick());
            if (said % change == change / 2 && said > 0 && messages.size() % 3 == 0) rules();
        }
        flush();
    }

    private Unit pick() {
        return units.get(random.nextInt(units.size()));
    }

    private void quietFor(long millis) {
        long from = now;
        now += millis;
        noteAll(new Entry.Outage(from));
    }

    private void work(Unit unit) {
        Device.Mode mode = random.nextInt(4) == 0 ? Device.Mode.GONE : Device.Mode.MAINTENANCE;
        String parent =
                unit.kind().equals("lift-controller") ? unit.family().substring("lift-gateway:".length()) : null;
        set(unit.family(), unit.serial(), unit.kind(), parent, random.nextBoolean() ? Device.Mode.IN_USE : mode);
    }

    private void end(Unit unit) {
        String rule = unit.kind().equals("lift-controller") ? "ebike" : "full";
        Long episode = lastSeen.get(unit.serial());
        if (episode == null) return;
        note(unit.family(), new Entry.Ended(unit.family(), unit.serial(), rule, episode));
    }

    private void speak(Unit unit) {
        long time = now - random.nextInt(4_000);
        int dice = random.nextInt(100);
        if (dice < 2) time = now - 60_000L * random.nextInt(600);
        else if (dice == 2) time = now + 3_600_000;
        Incoming message = message(unit, Instant.ofEpochMilli(time), random.nextInt(3) == 0 ? null : "m" + ++number);
        if (downUntil.getOrDefault(unit.family(), 0L) > now) {
            if (random.nextInt(3) == 0)
                later.add(new Later(downUntil.get(unit.family()) + random.nextInt(2_000), message));
            return;
        }
        put(message);
        if (dice > 95) later.add(new Later(now + random.nextInt(90_000), message));
    }

    private Incoming message(Unit unit, Instant time, String id) {
        String kind;
        String values = "{}";
        int dice = random.nextInt(100);
        switch (unit.kind()) {
            case "lift-controller" -> {
                kind = dice < 70
                        ? "heartbeat"
                        : dice < 80
                                ? "ebike_detected"
                                : dice < 92
                                        ? "ebike_left"
                                        : dice < 95
                                                ? "fire_signal"
                                                : dice < 97 ? "rescue" : dice < 98 ? "person_trapped" : "fault";
                if (kind.equals("ebike_detected")) values = "{\"confidence\":0." + (70 + random.nextInt(30)) + "}";
                if (kind.equals("fire_signal") || kind.equals("rescue"))
                    values = "{\"active\":" + (random.nextInt(3) == 0) + "}";
            }
            case "waste-sensor" -> {
                kind = dice < 70
                        ? "fill"
                        : dice < 78
                                ? "overflow"
                                : dice < 86 ? "bags_beside" : dice < 93 ? "out_of_hours" : "point_dirty";
                String bin = List.of("wet", "dry", "recyclable").get(random.nextInt(3));
                if (kind.equals("fill"))
                    values = "{\"bin\":\"" + bin + "\",\"level\":" + (40 + random.nextInt(61)) + "}";
                if (kind.equals("overflow"))
                    values = "{\"bin\":\"" + bin + "\",\"active\":" + random.nextBoolean() + "}";
                if (kind.equals("bags_beside")) values = "{\"bags\":" + random.nextInt(8) + "}";
                if (kind.equals("point_dirty")) values = "{\"active\":" + random.nextBoolean() + "}";
            }
            case "water-station" -> {
                kind = dice < 95 ? "quality" : "fault";
                if (kind.equals("quality"))
                    values = "{\"oxygen\":%d.%d,\"ammonia\":%d.%d,\"phosphorus\":0.%d,\"ph\":7}"
                            .formatted(
                                    random.nextInt(8),
                                    random.nextInt(10),
                                    random.nextInt(3),
                                    random.nextInt(10),
                                    random.nextInt(6));
            }
            default -> kind = "heartbeat";
        }
        return new Incoming(unit.serial(), unit.family(), unit.kind(), kind, time, id, values, Source.MQTT);
    }

    private void put(Incoming message) {
        Place place = place(Partitions.of(message.family()));
        if (message.messageKind().equals("ebike_detected")
                || message.messageKind().equals("fill")) lastSeen.put(message.device(), place.offset());
        messages.add(message);
        places.add(place);
        said++;
        if (messages.size() == BATCH) flush();
    }

    private Place place(int partition) {
        return new Place(partition, offsets[partition]++, Instant.ofEpochMilli(now));
    }

    private void set(String family, String id, String kind, String parent, Device.Mode mode) {
        note(family, new Entry.DeviceSet(family, new Device(id, kind, parent, mode, new TreeMap<>())));
    }

    private void note(String family, Entry entry) {
        flush();
        note(Partitions.of(family), family, entry);
    }

    private void noteAll(Entry entry) {
        flush();
        for (int i = 0; i < Partitions.COUNT; i++) note(i, "", entry);
    }

    private void note(int partition, String family, Entry entry) {
        world.store.note(AlarmWorld.TENANT, family, new Note(EntryCodec.write(entry)), place(partition));
    }

    /** Writes what has gathered. The time is brought up to now everywhere. */
    private void flush() {
        if (messages.isEmpty()) return;
        var heads = new TreeMap<Integer, Head>();
        for (int partition : new TreeSet<>(places.stream().map(Place::partition).toList()))
            heads.put(partition, new Head(offsets[partition], Instant.ofEpochMilli(now)));
        world.store.append(AlarmWorld.TENANT, messages, places, heads);
        messages.clear();
        places.clear();
    }

    /** Nothing more for so long; everything that was due by then is due. */
    void pass(long millis) {
        now += millis;
        world.transactions.executeWithoutResult(
                status -> world.store.tick(AlarmWorld.TENANT, Instant.ofEpochMilli(now)));
    }
}
