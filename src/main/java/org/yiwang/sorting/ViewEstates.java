package org.yiwang.sorting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.sorting.model.Check;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Observed;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Observed.Spell;
import org.yiwang.sorting.model.Place;
import org.yiwang.sorting.model.Rate;
import org.yiwang.sorting.model.Share;

/** How well each estate sorts. Among the units of a sub-district that is no secret; the record of a check, with who was there, opens as rounds allow. */
@Service
public class ViewEstates {
    private static final int CHECKS_MAX = 200;

    private final ReadSorting read;

    ViewEstates(ReadSorting read) {
        this.read = read;
    }

    /** A share of a month. */
    public record Month(YearMonth month, Share share) {}

    /** @param rank among those with enough checks, the best first; null for the others */
    public record Line(
            String estate,
            @Nullable String committee,
            int points,
            @Nullable Integer households,
            Share share,
            List<Month> months,
            Map<Measure, Rate> alarms,
            @Nullable Integer rank) {}

    /** Those with enough checks by their rate, then the others by name. */
    public List<Line> lines(Staff staff, Days days, Instant now) {
        ReadSorting.Ground ground = read.ground(staff.tenant());
        Observed seen = read.observed(staff.tenant(), ground.places(), days, now);
        List<Line> lines = new ArrayList<>();
        byEstate(ground.places())
                .forEach((estate, places) ->
                        lines.add(line(estate, places, ground.households().get(estate), seen, days)));
        List<Line> ranked = lines.stream()
                .filter(line -> line.share().isEnough())
                .sorted(Comparator.comparingDouble((Line line) -> -line.share().rate())
                        .thenComparing(Line::estate))
                .toList();
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) all.add(ranked(ranked.get(i), i + 1));
        lines.stream().filter(line -> !line.share().isEnough()).forEach(all::add);
        return all;
    }

    private static Line ranked(Line line, int rank) {
        return new Line(
                line.estate(),
                line.committee(),
                line.points(),
                line.households(),
                line.share(),
                line.months(),
                line.alarms(),
                rank);
    }

    private static Map<String, List<Place>> byEstate(List<Place> places) {
        Map<String, List<Place>> byEstate = new TreeMap<>();
        places.forEach(place ->
                byEstate.computeIfAbsent(place.estate(), _ -> new ArrayList<>()).add(place));
        return byEstate;
    }

    private static Line line(
            String estate, List<Place> places, @Nullable Integer households, Observed seen, Days days) {
        List<Spell> spells = spells(places, days);
        return new Line(
                estate,
                places.getFirst().committee(),
                places.size(),
                households,
                seen.share(spells),
                months(places, seen, days),
                alarms(seen, spells),
                null);
    }

    private static List<Month> months(List<Place> places, Observed seen, Days days) {
        List<Month> months = new ArrayList<>();
        YearMonth last = YearMonth.from(days.last());
        for (YearMonth month = YearMonth.from(days.first()); !month.isAfter(last); month = month.plusMonths(1))
            months.add(new Month(month, seen.share(spells(places, new Days(month.atDay(1), month.atEndOfMonth())))));
        return months;
    }

    private static List<Spell> spells(List<Place> places, Days days) {
        return places.stream().map(place -> new Spell(place.point(), days)).toList();
    }

    private static Map<Measure, Rate> alarms(Observed seen, List<Spell> spells) {
        Map<Measure, Rate> alarms = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values())
            if (!measure.isShare()) alarms.put(measure, seen.rate(measure, spells));
        return alarms;
    }

    /** A point of an estate. */
    public record Point(Place place, Share share, Map<Measure, Rate> alarms) {}

    /** @param checks the latest first, two hundred at most */
    public record Detail(Line line, List<Point> points, List<Check> checks) {}

    /** @throws org.yiwang.platform.RefusedException where no supervised point lies in an estate of this name */
    public Detail estate(Staff staff, String estate, Days days, Instant now) {
        ReadSorting.Ground ground = read.ground(staff.tenant());
        List<Place> places = ground.places().stream()
                .filter(place -> place.estate().equals(estate))
                .toList();
        if (places.isEmpty())
            throw Refusal.notFound("sorting.no-estate", estate).exception();
        Observed seen = read.observed(staff.tenant(), places, days, now);
        List<Point> points = places.stream()
                .map(place -> {
                    List<Spell> own = spells(List.of(place), days);
                    return new Point(place, seen.share(own), alarms(seen, own));
                })
                .toList();
        List<Check> checks = seen.checks().stream()
                .sorted(Comparator.comparing(Check::day).reversed().thenComparing(Check::stop))
                .limit(CHECKS_MAX)
                .toList();
        return new Detail(line(estate, places, ground.households().get(estate), seen, days), points, checks);
    }

    /** Whether the days make sense for lists by month. */
    public static Days days(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusMonths(MONTHS - 1L).withDayOfMonth(1) : from;
        if (first.isAfter(last) || first.plusMonths(MONTHS_MAX).isBefore(last))
            throw Refusal.invalid("from", "sorting.span", MONTHS_MAX).exception();
        return new Days(first, last);
    }

    private static final int MONTHS = 12;
    private static final int MONTHS_MAX = 36;
}
