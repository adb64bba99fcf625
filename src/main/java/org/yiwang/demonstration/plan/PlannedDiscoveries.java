package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Procedure;
import org.yiwang.demonstration.plan.YearPlan.FoundThere;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.model.CaseAnswers;
import org.yiwang.rounds.model.Finding;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Subject;
import org.yiwang.scenario.form.Field;

/** What rounds over registers found in the year: at which record, when, what was seen, and what is still open. At some places the same comes back. */
public final class PlannedDiscoveries implements Finds {
    private static final int FIRST_NUMBER = 6_000_000;
    /** How much oftener the first of the places has it than the others. */
    private static final double HOT = 0.7;

    private static final int HELD_DAYS = 6;
    private static final int SETTLED_DAYS = 12;
    private static final int LATE_DAYS = 3;

    private final YearPlan year;
    private final List<Round> rounds;
    private final Function<String, List<EntryFacts>> records;

    /** @param records those of a register, by its name */
    public PlannedDiscoveries(YearPlan year, List<Round> rounds, Function<String, List<EntryFacts>> records) {
        this.year = year;
        this.rounds = rounds;
        this.records = records;
    }

    /** A record that something is wrong at, and when it was seen. */
    private record There(EntryFacts record, Instant at) {}

    @Override
    public List<Find> finds(Setting setting) {
        Map<String, Map<String, FoundThere>> found = year.found();
        if (found == null) return List.of();
        List<Find> finds = new ArrayList<>();
        new TreeMap<>(found).forEach((id, categories) -> rounds.stream()
                .filter(round -> round.id().equals(id))
                .forEach(round -> new OnRound(setting, round).find(categories, finds)));
        return finds;
    }

    private final class OnRound {
        private final Setting setting;
        private final Round round;
        private final List<EntryFacts> places;
        private final List<Period> periods;
        private final Map<String, Set<Integer>> taken = new HashMap<>();

        private OnRound(Setting setting, Round round) {
            this.setting = setting;
            this.round = round;
            this.places = records.apply(requireNonNull(round.over().register())).stream()
                    .filter(record -> record.cell() != null && round.over().covers(record.data()))
                    .sorted(Comparator.comparing(EntryFacts::key))
                    .toList();
            this.periods = periods();
        }

        private List<Period> periods() {
            Set<Period> all = new LinkedHashSet<>();
            LocalDate.of(year.year(), 1, 1)
                    .datesUntil(year.lastDay().plusDays(1))
                    .forEach(day -> requireNonNull(round.every())
                            .periodOf(
                                    day, other -> setting.calendar().kind(other).isWorking())
                            .filter(period ->
                                    period.holds(day) && !period.from().isBefore(LocalDate.of(year.year(), 1, 1)))
                            .ifPresent(all::add));
            return List.copyOf(all);
        }

        private void find(Map<String, FoundThere> categories, List<Find> finds) {
            new TreeMap<>(categories).forEach((category, plan) -> {
                List<There> seen = new ArrayList<>(spread(category, plan));
                seen.sort(Comparator.comparing(There::at).thenComparing(there -> there.record.key()));
                List<Find> own = new ArrayList<>();
                for (int i = 0; i < seen.size(); i++)
                    own.add(find(category, seen.get(i), i >= seen.size() - plan.open(), finds.size() + i));
                deal(category, plan, own);
                finds.addAll(own);
            });
        }

        private List<There> spread(String category, FoundThere plan) {
            Dice dice = new Dice(year.seed(), "places " + round.id() + category, 0);
            List<EntryFacts> some = dice.shuffled(places).subList(0, Math.min(plan.places(), places.size()));
            int[] counts = Weights.apportion(
                    plan.found(),
                    IntStream.range(0, some.size())
                            .mapToDouble(i -> Math.pow(i + 1, -HOT))
                            .toArray());
            List<There> spread = new ArrayList<>();
            int over = 0;
            for (int i = 0; i < some.size(); i++) {
                List<There> there = at(category, some.get(i), counts[i] + over, i < plan.open());
                over += counts[i] - there.size();
                spread.addAll(there);
            }
            if (over > 0)
                throw new IllegalArgumentException(
                        "found.%s.%s: %d are too many for %d places. Name more places or find less."
                                .formatted(round.id(), category, plan.found(), some.size()));
            return spread;
        }

        /**
         * A place is found wrong once within a period; what does not fit goes to the next.
         *
         * @param lately whether it was so of late, too
         */
        private List<There> at(String category, EntryFacts record, int count, boolean lately) {
            Dice dice = new Dice(
                    year.seed(), "when " + round.id() + category, record.key().hashCode());
            Set<Integer> used = taken.computeIfAbsent(record.key(), _ -> new LinkedHashSet<>());
            List<Integer> free = new ArrayList<>(dice.shuffled(IntStream.range(0, periods.size())
                    .filter(period -> !used.contains(period))
                    .boxed()
                    .toList()));
            if (lately)
                free.stream()
                        .filter(period -> period >= periods.size() - lateDays())
                        .findFirst()
                        .ifPresent(last -> {
                            free.removeIf(last::equals);
                            free.addFirst(last);
                        });
            List<There> there = new ArrayList<>();
            for (int period : free.subList(0, Math.min(count, free.size()))) {
                used.add(period);
                there.add(new There(record, moment(periods.get(period), dice)));
            }
            return there;
        }

        /** What is open was found in the last of the periods: of days a few, of longer ones the last. */
        private int lateDays() {
            return periods.getLast().from().equals(periods.getLast().to()) ? LATE_DAYS : 1;
        }

        private Instant moment(Period period, Dice dice) {
            List<LocalDate> days = period.from()
                    .datesUntil(period.to().plusDays(1))
                    .filter(day -> setting.calendar().kind(day).isWorking() && !day.isAfter(year.lastDay()))
                    .toList();
            boolean last = period.equals(periods.getLast());
            List<LocalDate> able = last ? days.subList(Math.max(0, days.size() - LATE_DAYS), days.size()) : days;
            LocalDate day = able.isEmpty() ? period.from() : dice.pick(able);
            if (day.equals(year.lastDay())) return new WalkingHours(1, WalkingHours.EARLY).at(day, dice);
            return new WalkingHours(dice.between(1, round.times()), round.times()).at(day, dice);
        }

        private Find find(String category, There there, boolean open, int number) {
            Dice dice = new Dice(year.seed(), "seen " + round.id() + category, (FIRST_NUMBER + number) * 31L);
            SeenTrouble.Seen seen =
                    new SeenTrouble(round, year.usualOn(round.id()), dice).of(category, there.record.data());
            Spot spot = setting.town().at(requireNonNull(there.record.point()), there.record.label());
            Birth birth = new Birth(
                            FIRST_NUMBER + number,
                            Channel.INSPECTION,
                            requireNonNull(setting.categories().get(category)),
                            spot,
                            there.at)
                    .moved(spot, words(seen.finding()));
            Procedure type = setting.procedures().getOrDefault(category, Procedure.NONE);
            Map<String, List<String>> answers = CaseAnswers.of(
                    type.form(), round, subject(there.record), seen.finding(), seen.answers(), there.record.data());
            return new Find(
                    open ? birth.heldUntil(year.opening().plus(HELD_DAYS, ChronoUnit.DAYS)) : birth,
                    there.record.key(),
                    open,
                    round.unit(),
                    answers,
                    about(type, answers),
                    new Find.Look(round.id(), seen.answers()));
        }

        /** As people would say it: a choice without the question, a reading without the colon. */
        private static Map<String, String> words(Finding finding) {
            Map<String, String> words = new HashMap<>();
            finding.answers().forEach((question, values) -> words.put(question, values.getFirst()));
            Field field = finding.field();
            String said = finding.said();
            boolean chosen = field != null && !SoundAnswers.isNumber(field);
            words.put("said", chosen ? said.substring(said.indexOf('\uff1a') + 1) : said.replace("：", ""));
            return words;
        }

        private @Nullable EntryFacts about(Procedure type, Map<String, List<String>> answers) {
            Procedure.About question = type.subject();
            if (question == null || !answers.containsKey(question.field())) return null;
            String key = answers.get(question.field()).getFirst();
            return records.apply(question.register()).stream()
                    .filter(record -> record.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        /** Delays and failed verifications among what is over by now. */
        private void deal(String category, FoundThere plan, List<Find> own) {
            Instant settled = year.opening().minus(SETTLED_DAYS, ChronoUnit.DAYS);
            List<Integer> able = IntStream.range(0, own.size())
                    .filter(i -> !own.get(i).open() && own.get(i).birth().at().isBefore(settled))
                    .boxed()
                    .toList();
            if (able.size() < plan.late() + plan.reworked())
                throw new IllegalArgumentException(
                        "found.%s.%s: late and reworked are more than what is over. Lower them."
                                .formatted(round.id(), category));
            List<Integer> dealt = new Dice(year.seed(), "courses " + category, 0).shuffled(able);
            for (int i = 0; i < plan.late() + plan.reworked(); i++) {
                Find find = own.get(dealt.get(i));
                Outcome course = i < plan.late() ? Outcome.LATE : Outcome.REWORKED;
                own.set(dealt.get(i), find.with(find.birth().with(course)));
            }
        }
    }

    private static Subject subject(EntryFacts record) {
        return new Subject(record.register(), record.key(), record.label(), record.point(), record.cell(), null, null);
    }
}
