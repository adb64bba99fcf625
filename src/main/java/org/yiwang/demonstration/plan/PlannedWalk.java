package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.rounds.PlayRounds;
import org.yiwang.rounds.model.MakeStop.Position;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.territory.LonLat;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.node.ObjectNode;

/** How the rounds of the year were walked: when, by whom, what was seen. What was found on a day is what came in that day from where somebody walked. */
public final class PlannedWalk implements PlayRounds.Walk {
    private static final WalkingHours ALL_DAY = new WalkingHours(1, 1);
    private static final int AGAIN_DAYS = 2;
    private static final double BESIDE_DEGREES = 0.00012;
    private static final double ELSEWHERE_DEGREES = 0.012;
    private static final double AGAIN_SHARE = 0.9;

    private final YearPlan year;
    private final YearPlan.Rounds shares;
    private final WorkCalendar calendar;
    private final Album album;
    private final Map<String, List<Staff>> walkers;
    private final List<Staff> everybody;
    private final @Nullable UnitVisits units;
    private final RecordVisits records;
    private final Function<Stop, ObjectNode> register;
    private final @Nullable PlannedSorting sorting;
    private final Map<Integer, Found> byNumber = new HashMap<>();
    private final Map<String, List<Found>> today = new HashMap<>();

    /**
     * @param walkers who answers for each cell
     * @param units how the units of production and business were inspected; null where the year does not say
     * @param planned what was found on rounds over registers
     * @param register what the register knows of the record that a stop looks at
     * @param sorting how households sorted; null where the year does not say
     */
    public PlannedWalk(
            YearPlan year,
            WorkCalendar calendar,
            Album album,
            Map<String, List<Staff>> walkers,
            List<Staff> everybody,
            @Nullable UnitVisits units,
            PlannedYear planned,
            Function<Stop, ObjectNode> register,
            @Nullable PlannedSorting sorting) {
        this.year = year;
        this.shares = requireNonNull(year.rounds());
        this.calendar = calendar;
        this.album = album;
        this.walkers = walkers;
        this.everybody = everybody;
        this.units = units;
        this.records = planned.visits();
        this.register = register;
        this.sorting = sorting;
    }

    public @Nullable UnitVisits units() {
        return units;
    }

    /**
     * A case that somebody opened where the rounds go.
     *
     * @param number of its script
     * @param place code of the cell, or of the record that was looked at
     */
    public record Found(int number, UUID id, String category, Instant at, Staff by, String place) {}

    /** What was found on the day that is walked now. */
    public void today(List<Found> found) {
        today.clear();
        byNumber.clear();
        found.forEach(one -> byNumber.put(one.number(), one));
        found.stream().sorted(Comparator.comparing(Found::at)).forEach(one -> today.computeIfAbsent(
                        one.place(), _ -> new ArrayList<>())
                .add(one));
    }

    @Override
    public Optional<Instant> when(Stop stop, Round round) {
        Optional<Instant> planned =
                records.at(stop, round).map(find -> find.birth().at());
        if (planned.isPresent()) return planned;
        Dice dice = dice(stop, "when");
        if (stop.again() != null)
            return dice.chance(AGAIN_SHARE)
                    ? Optional.of(ALL_DAY.at(stop.period().from().plusDays(dice.between(1, AGAIN_DAYS)), dice))
                    : Optional.empty();
        if (units != null && units.knows(stop))
            return units.isNever(stop)
                    ? Optional.empty()
                    : units.found(stop).or(() -> Optional.of(ALL_DAY.at(day(stop, dice), dice)));
        Optional<Found> found = isOneDay(stop) ? found(stop, round).stream().findFirst() : Optional.empty();
        if (found.isPresent()) return found.map(Found::at);
        if (dice.chance(missed(stop) / 100)) return Optional.empty();
        return Optional.of(new WalkingHours(stop.slot(), round.times()).at(day(stop, dice), dice));
    }

    private static boolean isOneDay(Stop stop) {
        return stop.period().from().equals(stop.period().to());
    }

    /** On days off fewer people walk. */
    private double missed(Stop stop) {
        boolean dayOff = isOneDay(stop) && !calendar.kind(stop.period().from()).isWorking();
        return shares.missed() * (dayOff ? shares.daysOff() : 1);
    }

    private LocalDate day(Stop stop, Dice dice) {
        List<LocalDate> days = stop.period()
                .from()
                .datesUntil(stop.period().to().plusDays(1))
                .filter(day -> calendar.kind(day).isWorking() && (isOneDay(stop) || day.isBefore(year.lastDay())))
                .toList();
        return days.isEmpty() ? stop.period().to() : dice.pick(days);
    }

    @Override
    public PlayRounds.Look look(Stop stop, Round round, Instant at) {
        Dice dice = dice(stop, "look");
        Optional<Find> planned = records.at(stop, round);
        List<Found> found = planned.isPresent()
                ? Optional.ofNullable(byNumber.get(planned.get().birth().number())).stream()
                        .toList()
                : stop.again() == null ? found(stop, round) : List.of();
        boolean proven = !dice.chance(shares.unproven() / 100);
        Seen seen = planned.map(find -> new Seen(requireNonNull(find.look()).answers(), ids(found)))
                .orElseGet(() -> sorting != null && sorting.knows(stop)
                        ? new Seen(sorting.answers(stop, known(stop), at), List.of())
                        : seen(stop, round, found, dice));
        return new PlayRounds.Look(
                found.isEmpty() ? walker(stop, dice) : found.getFirst().by(),
                position(stop, proven, dice),
                proven,
                photos(round, found, dice),
                seen.answers,
                seen.cases);
    }

    private record Seen(ObjectNode answers, List<UUID> cases) {}

    private static List<UUID> ids(List<Found> found) {
        return found.stream().map(Found::id).toList();
    }

    /** Nothing, and whatever else was found where the list has a place for it. */
    private Seen seen(Stop stop, Round round, List<Found> found, Dice dice) {
        ObjectNode answers = SoundAnswers.of(round.checklist(), known(stop), year.usualOn(round.id()), dice);
        List<UUID> cases = new ArrayList<>();
        for (Found one : found)
            if (SoundAnswers.put(round.checklist(), answers, one.category())) {
                cases.add(one.id());
                taken(stop, one);
            }
        return new Seen(answers, cases);
    }

    private ObjectNode known(Stop stop) {
        return units != null && units.knows(stop) ? units.data(stop) : register.apply(stop);
    }

    private List<Found> found(Stop stop, Round round) {
        return today.getOrDefault(stop.subject().key(), List.of()).stream()
                .filter(one -> round.checklist().fields().stream()
                        .flatMap(field -> field.choices().stream())
                        .anyMatch(choice -> one.category().equals(choice.opens())))
                .toList();
    }

    /** A case is opened by one look only. */
    private void taken(Stop stop, Found one) {
        today.getOrDefault(stop.subject().key(), new ArrayList<>()).remove(one);
    }

    private Staff walker(Stop stop, Dice dice) {
        List<Staff> own = stop.unit() != null
                ? everybody.stream()
                        .filter(staff -> staff.unit().equals(stop.unit()))
                        .toList()
                : walkers.getOrDefault(String.valueOf(stop.subject().cell()), List.of());
        List<Staff> others = (own.isEmpty() || stop.again() != null ? near(stop) : own)
                .stream()
                        .filter(staff -> stop.again() == null
                                || !staff.id().equals(stop.again().by()))
                        .toList();
        return dice.pick(others);
    }

    private List<Staff> near(Stop stop) {
        List<Staff> near = everybody.stream()
                .filter(staff -> staff.is(Role.INSPECTOR) || staff.is(Role.GRID_LEADER))
                .filter(staff ->
                        staff.sight().committees().contains(stop.subject().committee())
                                || staff.sight().areas().contains(stop.subject().area()))
                .toList();
        return near.isEmpty()
                ? everybody.stream().filter(staff -> staff.is(Role.INSPECTOR)).toList()
                : near;
    }

    private static @Nullable Position position(Stop stop, boolean proven, Dice dice) {
        LonLat place = stop.subject().point();
        if (place == null || (!proven && dice.chance(0.5))) return null;
        double away = proven ? BESIDE_DEGREES : ELSEWHERE_DEGREES;
        LonLat stood = new LonLat(place.lon() + away * (dice.share() - 0.5), place.lat() + away * (dice.share() - 0.5))
                .rounded();
        return new Position(stood, dice.between(4, 20));
    }

    private List<UUID> photos(Round round, List<Found> found, Dice dice) {
        if (round.proof().photos() == 0) return List.of();
        String scene = found.isEmpty() ? "street" : Scenes.of(found.getFirst().category());
        return List.of(album.evidence(scene, found.isEmpty(), dice.below(Album.VARIANTS), EvidenceKind.CHECK)
                .id());
    }

    private Dice dice(Stop stop, String purpose) {
        String name = stop.packageId()
                + stop.round()
                + stop.subject().key()
                + stop.period().from()
                + stop.slot()
                + (stop.again() != null);
        return new Dice(year.seed(), purpose, name.hashCode());
    }
}
