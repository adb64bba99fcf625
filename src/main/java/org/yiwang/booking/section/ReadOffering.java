package org.yiwang.booking.section;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.SlotRule;
import org.yiwang.booking.model.Window;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;

/** Reads {@code bookings/*.yaml}. */
public record ReadOffering(PackageFiles files, int version, Faults faults) {
    public static final String FOLDER = "bookings";
    static final int NAME_CHARACTERS_MAX = 40;
    private static final int CAPACITY_MAX = 500;
    private static final int DAYS_MAX = 180;
    private static final int HOURS_MAX = 24 * 14;
    private static final int EACH_MAX = 50;
    private static final int WINDOWS_MAX = 24;
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int DAY_LETTERS = 3;

    /** By name of the file. */
    public static Map<String, Offering> all(PackageFiles files, int version, Faults faults) {
        ReadOffering read = new ReadOffering(files, version, faults);
        Map<String, Offering> offerings = new TreeMap<>();
        files.documents(FOLDER).forEach((name, node) -> offerings.put(name, read.offering(name, node)));
        return offerings;
    }

    private Offering offering(String name, Node node) {
        MappingReader read = new MappingReader(node, faults, "name", "unit", "open", "slots", "collection");
        String path = FOLDER + "." + name;
        String title = read.text("name", NAME_CHARACTERS_MAX);
        String unit = read.text("unit", NAME_CHARACTERS_MAX);
        if (!unit.isEmpty()) files.pack().checkUnit(unit, read.spot("unit"), faults);
        return new Offering(
                new Offering.Key(files.pack().id(), name),
                version,
                files.texts().words(title, path + ".name", read.spot("name"), faults),
                new UnitId(unit),
                read.flag("open"),
                slots(within(read, "slots", "days", "holidays", "windows", "ahead", "cancel", "each")),
                new ReadCollection(files, faults, path)
                        .of(within(read, "collection", ReadCollection.KEYS.toArray(String[]::new))));
    }

    private MappingReader within(MappingReader read, String key, String... known) {
        Node node = read.required(key).orElse(new Node.Mapping(read.spot(), Map.of()));
        boolean isThere = read.node(key).isPresent();
        return new MappingReader(node, isThere ? faults : new Faults(), known);
    }

    private SlotRule slots(MappingReader read) {
        MappingReader ahead = within(read, "ahead", "from", "to");
        int earliest = whole(ahead, "from", 0, DAYS_MAX);
        int latest = whole(ahead, "to", 1, DAYS_MAX);
        if (latest < earliest) faults.fault(ahead.spot("to"), "booking.ahead-turned", earliest, latest);
        return new SlotRule(
                days(read),
                read.flag("holidays"),
                windows(read),
                earliest,
                latest,
                whole(read, "cancel", 0, HOURS_MAX),
                whole(read, "each", 1, EACH_MAX));
    }

    static int whole(MappingReader read, String key, int min, int max) {
        read.required(key);
        return read.whole(key, min, max).orElse(min);
    }

    private Set<DayOfWeek> days(MappingReader read) {
        List<String> known = Stream.of(DayOfWeek.values())
                .map(day -> day.name().substring(0, DAY_LETTERS).toLowerCase(Locale.ROOT))
                .toList();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        read.required("days");
        for (Scalar day : read.texts("days")) {
            int at = known.indexOf(day.text());
            if (at < 0 || !days.add(DayOfWeek.of(at + 1)))
                faults.fault(day.spot(), "scenario.not-one-of", "days", day.text(), String.join(", ", known));
        }
        if (days.isEmpty() && read.node("days").isPresent())
            faults.fault(read.spot("days"), "scenario.key-missing", "days");
        return days;
    }

    /** In the order of the day, and none of them over another. */
    private List<Window> windows(MappingReader read) {
        List<Window> windows = new ArrayList<>();
        read.required("windows");
        for (Node node : read.list("windows")) {
            MappingReader one = new MappingReader(node, faults, "from", "to", "capacity");
            Window window = new Window(hour(one, "from"), hour(one, "to"), whole(one, "capacity", 1, CAPACITY_MAX));
            boolean isAfter = windows.isEmpty()
                    || !window.from().isBefore(windows.getLast().to());
            if (!window.from().isBefore(window.to()) || !isAfter)
                faults.fault(node.spot(), "booking.windows-turned", window.from(), window.to());
            windows.add(window);
        }
        boolean isThere = read.node("windows").isPresent();
        if (isThere && (windows.isEmpty() || windows.size() > WINDOWS_MAX))
            faults.fault(read.spot("windows"), "booking.windows-count", WINDOWS_MAX);
        return windows;
    }

    private LocalTime hour(MappingReader read, String key) {
        String text = read.text(key, NAME_CHARACTERS_MAX);
        if (HOUR.matcher(text).matches()) return LocalTime.parse(text);
        if (!text.isEmpty()) faults.fault(read.spot(key), "booking.not-hour", key, text);
        return LocalTime.MIN;
    }
}
