package org.yiwang.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.FindTroubled;
import org.yiwang.casework.FindTroubled.Bounds;
import org.yiwang.casework.FindTroubled.Troubled;
import org.yiwang.casework.model.Trouble;
import org.yiwang.lists.model.Matter;
import org.yiwang.lists.model.MeetingDay;
import org.yiwang.organisation.Staff;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What comes before the weekly meeting by itself: what the last one put off, then the troubled cases, those that belong together as one matter. */
@Component
class Agenda {
    private static final String FILE = "/lists/meeting.yaml";
    static final int MATTERS_MAX = 100;
    private static final Duration WEEK = Duration.ofDays(7);

    private record Source(
            String weekday,
            String list,
            String actions,
            int again,
            int withinDays,
            int reworks,
            int reopens,
            int returns,
            int supervision,
            int stars) {}

    private final Source source;
    private final FindTroubled troubled;

    Agenda(FindTroubled troubled) {
        this.troubled = troubled;
        try (InputStream yaml = Agenda.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            source = new YAMLMapper().readValue(yaml, Source.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MeetingDay day() {
        return new MeetingDay(DayOfWeek.valueOf(source.weekday().toUpperCase(Locale.ROOT)));
    }

    /** The list that the meeting's tasks of a year go to. */
    String tasks(int year) {
        return source.list() + " " + year;
    }

    /** The list that its joint actions of a year go to. */
    String actions(int year) {
        return source.actions() + " " + year;
    }

    /** @param putOff matters that the last meeting carried over */
    List<Matter> of(Staff staff, List<Matter> putOff, Instant now) {
        List<Matter> agenda = new ArrayList<>();
        Set<UUID> there = new HashSet<>();
        for (Matter matter : putOff) {
            there.addAll(matter.cases());
            agenda.add(new Matter(
                    agenda.size() + 1, matter.title(), matter.cases(), matter.why(), matter.carried() + 1, null));
        }
        for (List<Troubled> together : grouped(troubled.of(staff, bounds(), now.minus(WEEK), now))) {
            if (agenda.size() == MATTERS_MAX) break;
            if (together.stream().allMatch(one -> there.contains(one.id()))) continue;
            agenda.add(matter(agenda.size() + 1, together));
        }
        return agenda;
    }

    /** What repeats at one place is one matter, and so is what one unit has not done of one category. */
    private static List<List<Troubled>> grouped(List<Troubled> found) {
        Map<String, List<Troubled>> groups = new LinkedHashMap<>();
        for (Troubled one : found)
            groups.computeIfAbsent(key(one), k -> new ArrayList<>()).add(one);
        return List.copyOf(groups.values());
    }

    private static String key(Troubled one) {
        if (one.together() != null) return one.together();
        return one.why().equals(List.of(Trouble.LATE)) ? one.category() + "/late/" + one.lead() : one.number();
    }

    private static Matter matter(int seq, List<Troubled> together) {
        Troubled first = together.getFirst();
        Set<Trouble> why = EnumSet.noneOf(Trouble.class);
        together.forEach(one -> why.addAll(one.why()));
        String title =
                first.title() + " · " + first.address() + (together.size() > 1 ? " 等" + together.size() + "件" : "");
        return new Matter(
                seq,
                title.substring(Math.max(0, title.length() - Matter.TITLE_CHARACTERS_MAX)),
                together.stream().map(Troubled::id).toList(),
                List.copyOf(why),
                0,
                null);
    }

    private Bounds bounds() {
        return new Bounds(
                source.again(),
                Duration.ofDays(source.withinDays()),
                source.reworks(),
                source.reopens(),
                source.returns(),
                source.supervision(),
                source.stars());
    }
}
