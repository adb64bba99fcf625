package org.yiwang.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yiwang.platform.Refusal;

/** The working calendars by name. All share the days of the notices and differ in their hours. */
public final class Calendars {
    /** State holidays, make-up days, desk hours. */
    public static final String OFFICE = "office";
    /** Day and night, every day. */
    public static final String DUTY = "duty";

    private static final String FILE = "/worktime/calendar-cn.yaml";

    private final Map<String, WorkCalendar> byName = new TreeMap<>();

    Calendars(CalendarData data) {
        Holidays holidays = new Holidays(data);
        data.hours().forEach((name, hours) -> byName.put(name, new WorkCalendar(holidays, hours)));
    }

    /** The calendars that come with the product. */
    public static Calendars shipped() {
        return new Calendars(shippedData());
    }

    /**
     * The shipped calendars with the years and hours of a file of the same form in place of their own.
     *
     * @throws IllegalArgumentException naming the file and every fault in it with its cure
     */
    public static Calendars shippedWith(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return new Calendars(shippedData().overlaid(CalendarData.read(yaml)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read: " + e + ". Correct yiwang.worktime.calendar.", e);
        } catch (tools.jackson.core.JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The shipped calendar of the office. */
    public static WorkCalendar office() {
        return shipped().named(OFFICE);
    }

    /** Refuses names that no calendar has, with code {@code worktime.unknown-calendar}. */
    public WorkCalendar named(String name) {
        WorkCalendar calendar = byName.get(name);
        if (calendar == null) {
            throw Refusal.invalid("calendar", "worktime.unknown-calendar", name, String.join("、", byName.keySet()))
                    .exception();
        }
        return calendar;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    static CalendarData shippedData() {
        try (InputStream yaml = Calendars.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            return CalendarData.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
