package org.yiwang.sorting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yiwang.sorting.model.Evaluation.Result;
import org.yiwang.sorting.model.Evaluation.Verdict;
import org.yiwang.sorting.model.Evaluation.Warning;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.Treated;

/** Trials whose truth is known, because it was planted. */
class EvaluateTest {
    private static final int TRIES = 400;
    private static final int COMPARED = 8;

    @Test
    void a_planted_loss_of_fifteen_points_is_found_and_told_as_what_it_is() {
        long found = IntStream.range(0, 100)
                .mapToObj(seed -> new Played(seed, COMPARED, -0.15, 1, 0.02).evaluated())
                .map(evaluation -> evaluation.results().getFirst())
                .filter(result -> result.verdict() == Verdict.WORSE)
                .count();
        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Test
    void twice_as_many_bags_beside_the_bin_are_found() {
        long found = IntStream.range(0, 100)
                .mapToObj(seed -> new Played(seed, COMPARED, 0, 2.2, 0.02).evaluated())
                .map(evaluation -> evaluation.results().getLast())
                .filter(result -> result.verdict() == Verdict.WORSE)
                .count();
        assertThat(found).isGreaterThanOrEqualTo(90);
    }

    @Test
    void where_nothing_is_planted_something_is_seen_in_no_more_than_one_trial_of_twenty() {
        int wrong = 0;
        int wrongAlarms = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            Evaluation evaluation = new Played(1_000_000L + seed, COMPARED, 0, 1, 0.04).evaluated();
            if (isSeen(evaluation.results().getFirst())) wrong++;
            if (isSeen(evaluation.results().getLast())) wrongAlarms++;
        }
        // One in twenty of four hundred is 20; three standard errors more are 33.
        assertThat(wrong).as("the correct rate").isLessThanOrEqualTo(33);
        assertThat(wrongAlarms).as("bags beside the bin").isLessThanOrEqualTo(33);
    }

    @Test
    void the_planted_effect_lies_within_both_intervals_about_nineteen_times_of_twenty() {
        int student = 0;
        int rearranged = 0;
        int tries = TRIES / 2;
        for (int seed = 0; seed < tries; seed++) {
            Difference one = difference(new Played(2_000_000L + seed, COMPARED, -0.08, 1, 0.03).evaluated());
            if (holds(one.student(), -0.08)) student++;
            if (holds(one.rearranged(), -0.08)) rearranged++;
        }
        assertThat((double) student / tries).isGreaterThan(0.92);
        assertThat((double) rearranged / tries).isGreaterThan(0.92);
    }

    private static boolean holds(Difference.Reach reach, double value) {
        return !reach.isAbove(value) && !reach.isBelow(value);
    }

    private static boolean isSeen(Result result) {
        return result.verdict() == Verdict.BETTER || result.verdict() == Verdict.WORSE;
    }

    private static Difference difference(Evaluation evaluation) {
        Difference difference = evaluation.results().getFirst().difference();
        if (difference == null) throw new AssertionError("Nothing was told");
        return difference;
    }

    @Test
    void with_three_estates_beside_two_nothing_can_be_shown_however_great_it_is() {
        Result result = new Played(7, 3, -0.5, 1, 0.01).evaluated().results().getFirst();
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_SHOWN);
        Difference difference = difference(new Played(7, 3, -0.5, 1, 0.01).evaluated());
        assertThat(difference.choices()).isEqualTo(10).isLessThan(Difference.CHOICES_ENOUGH);
        assertThat(difference.rearranged()).isEqualTo(new Difference.Reach(null, null));
        assertThat(difference.student().isBelow(0)).isTrue();
    }

    @Test
    void without_a_loss_and_with_little_chance_one_beyond_the_margin_is_shut_out() {
        long holds = IntStream.range(0, 40)
                .mapToObj(seed -> judged(new Played(seed, 12, 0, 1, 0.003), 10))
                .filter(verdict -> verdict == Verdict.HOLDS)
                .count();
        assertThat(holds).isGreaterThan(34);
        long wrong = IntStream.range(0, 40)
                .mapToObj(seed -> judged(new Played(seed, 12, -0.12, 1, 0.003), 10))
                .filter(verdict -> verdict == Verdict.HOLDS)
                .count();
        assertThat(wrong).isLessThan(3);
    }

    /** What it says of the correct rate with this margin. */
    private static Verdict judged(Played played, double margin) {
        Plan plan = played.plan(0).measuring(List.of(new Measured(Measure.CORRECT, margin, false)));
        return Evaluate.of(plan, played.pointsOf, played.observed(), plan.end().minusDays(1))
                .results()
                .getFirst()
                .verdict();
    }

    @Property(tries = 30)
    void the_order_of_the_rows_does_not_matter(@ForAll @IntRange(max = 10_000) int seed) {
        Played played = new Played(seed, 5, -0.1, 1.5, 0.03);
        List<Check> checks = new ArrayList<>(played.checks);
        List<Observed.Alarm> alarms = new ArrayList<>(played.alarms);
        Collections.shuffle(checks, new Random(seed));
        Collections.shuffle(alarms, new Random(seed));
        Plan plan = played.plan(14);
        List<Treated> treated = new ArrayList<>(plan.treated());
        Collections.shuffle(treated, new Random(seed));
        List<Trial.Compared> compared = new ArrayList<>(plan.compared());
        Collections.reverse(compared);
        LocalDate until = plan.end().minusDays(1);
        Evaluation one = Evaluate.of(plan, played.pointsOf, played.observed(), until);
        Evaluation other = Evaluate.of(
                plan.with(treated).comparing(compared),
                played.pointsOf,
                new Observed(checks, alarms, played.watched),
                until);
        for (int i = 0; i < one.results().size(); i++) {
            assertThat(other.results().get(i).difference())
                    .isEqualTo(one.results().get(i).difference());
            assertThat(other.results().get(i).verdict())
                    .isEqualTo(one.results().get(i).verdict());
        }
        assertThat(other.warnings()).isEqualTo(one.warnings());
    }

    @Test
    void points_that_begin_later_are_held_against_the_days_of_their_own() {
        Played played = new Played(11, COMPARED, -0.15, 1, 0.01);
        Plan together = played.plan(0);
        Evaluation at = Evaluate.of(
                together, played.pointsOf, played.observed(), together.end().minusDays(1));
        Plan apart = played.plan(30);
        Evaluation later = Evaluate.of(
                apart, played.pointsOf, played.observed(), apart.end().minusDays(1));
        // The second estate was really without guides thirty days before its plan says, so that its share of the effect
        // is seen in part only.
        assertThat(difference(later).effect()).isGreaterThan(difference(at).effect());
        assertThat(difference(at).effect()).isEqualTo(-0.15, within(0.05));
    }

    @Test
    void what_nobody_watched_is_no_data_and_not_no_alarms() {
        Played played = new Played(3, COMPARED, 0, 1, 0.02);
        Observed unwatched = new Observed(played.checks, List.of(), new TreeMap<>());
        Evaluation evaluation =
                Evaluate.of(played.plan(0), played.pointsOf, unwatched, Played.START.plusDays(Played.DAYS - 1));
        assertThat(evaluation.results().getLast().verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(evaluation.results().getLast().difference()).isNull();
        assertThat(evaluation.warnings()).contains(new Warning(Warning.Kind.NO_DEVICES, 0));
    }

    @Test
    void a_device_that_is_silent_for_half_the_time_halves_its_point_days_and_leaves_the_rate() {
        Played played = new Played(5, COMPARED, 0, 1, 0.02);
        String point = "estate-00-0";
        List<Observed.Spell> spells = List.of(
                new Observed.Spell(point, new Observed.Days(Played.START, Played.START.plusDays(Played.DAYS - 1))));
        Rate all = played.observed().rate(Measure.BESIDE, spells);
        played.watched.getOrDefault(point, new TreeMap<>()).keySet().removeIf(day -> day.getDayOfYear() % 2 == 0);
        Rate half = played.observed().rate(Measure.BESIDE, spells);
        assertThat(half.pointDays()).isEqualTo(all.pointDays() / 2);
        assertThat(half.alarms()).isLessThan(all.alarms());
        assertThat(half.perHundred()).isEqualTo(all.perHundred(), within(8.0));
    }

    @Test
    void fewer_checks_after_than_before_are_told() {
        Played played = new Played(9, COMPARED, 0, 1, 0.02);
        List<Check> fewer = played.checks.stream()
                .filter(check -> !check.point().startsWith("estate-00")
                        || check.day().isBefore(Played.START)
                        || check.day().getMonthValue() == 7)
                .toList();
        Evaluation evaluation = Evaluate.of(
                played.plan(0),
                played.pointsOf,
                new Observed(fewer, played.alarms, played.watched),
                Played.START.plusDays(Played.DAYS - 1));
        assertThat(evaluation.warnings()).extracting(Warning::kind).contains(Warning.Kind.FEWER_CHECKS);
        assertThat(played.evaluated().warnings()).isEmpty();
    }

    @Test
    void a_guide_who_came_back_and_one_who_stood_there_all_the_same_are_told() {
        Played played = new Played(13, COMPARED, 0, 1, 0.02);
        Plan plan = played.plan(0);
        Treated first = plan.treated().getFirst();
        Plan back = plan.with(plan.treated().stream()
                .map(one -> one.equals(first) ? one.back(Played.START.plusDays(30), "满溢") : one)
                .toList());
        List<Check> guided = played.checks.stream()
                .map(check -> new Check(
                        check.stop(), check.point(), check.day(), check.counted(), true, check.mixed(), check.photos()))
                .toList();
        Evaluation evaluation = Evaluate.of(
                back,
                played.pointsOf,
                new Observed(guided, played.alarms, played.watched),
                Played.START.plusDays(Played.DAYS - 1));
        assertThat(evaluation.warnings())
                .extracting(Warning::kind)
                .contains(Warning.Kind.PUT_BACK, Warning.Kind.GUIDE_SEEN);
        assertThat(evaluation.warnings()).contains(new Warning(Warning.Kind.PUT_BACK, 1));
    }

    @Test
    void what_was_chosen_after_the_start_is_told_and_a_trial_that_goes_on_says_so() {
        Played played = new Played(17, COMPARED, 0, 1, 0.02);
        Plan plan = played.plan(0).measuring(List.of(new Measured(Measure.CORRECT, 5, true)));
        Evaluation evaluation = Evaluate.of(plan, played.pointsOf, played.observed(), Played.START.plusDays(60));
        assertThat(evaluation.complete()).isFalse();
        assertThat(evaluation.warnings())
                .contains(new Warning(Warning.Kind.ADDED_LATER, 1), new Warning(Warning.Kind.STILL_RUNNING, 59));
    }

    @Test
    void one_check_before_is_too_few_to_tell() {
        Played played = new Played(19, COMPARED, 0, 1, 0.02);
        List<Check> once = played.checks.stream()
                .filter(check ->
                        !check.point().startsWith("estate-00") || check.day().isAfter(Played.START))
                .toList();
        Result result = Evaluate.of(
                        played.plan(0),
                        played.pointsOf,
                        new Observed(once, played.alarms, played.watched),
                        Played.START.plusDays(Played.DAYS - 1))
                .results()
                .getFirst();
        assertThat(result.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(result.difference()).isNull();
    }
}
