package org.yiwang.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.advice.model.Bayes;
import org.yiwang.advice.model.Example;
import org.yiwang.advice.model.Measure;
import org.yiwang.advice.model.Teach;
import org.yiwang.casework.model.Stage;
import org.yiwang.demonstration.plan.CaseScript;
import org.yiwang.demonstration.plan.DemoYear;
import org.yiwang.demonstration.plan.PlannedYear;

/** How good the suggestions are on the demonstration's year, as docs/advice.md reports it; what is written there is what this prints. */
@Tag("database")
class YearAccuracyTest {
    private static final int PARTS = 5;
    private static final Instant END = Instant.parse("2021-12-31T16:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2021-09-30T16:00:00Z");

    @Test
    void taught_with_nine_months_the_suggestions_are_right_far_more_often_than_the_most_frequent_category()
            throws Exception {
        List<Example> all = examples();
        List<Example> earlier =
                all.stream().filter(one -> one.at().isBefore(OCTOBER)).toList();
        List<Example> later =
                all.stream().filter(one -> !one.at().isBefore(OCTOBER)).toList();
        Bayes bayes = Teach.scaled(earlier);
        System.out.println(bayes.certainty());
        Reliability reliability = new Reliability();
        later.forEach(one -> reliability.add(bayes, one));
        System.out.println(reliability);
        Measure measure = Measure.of(bayes, later);
        print("January – September, asked about October – December", earlier.size(), measure);
        assertThat(measure.accuracy()).isGreaterThan(3 * mostFrequent(earlier, later));
        assertThat(measure.promised())
                .as("what it promises it keeps")
                .isBetween(measure.accuracy() - 0.1, measure.accuracy() + 0.1);
    }

    /** The demonstration's texts come from sentences: here no sentence of a tested matter was ever taught. */
    @Test
    void it_helps_even_where_no_sentence_of_the_matter_was_ever_taught() throws Exception {
        List<Example> all = examples();
        Sentences sentences = Sentences.read();
        int right = 0;
        int among = 0;
        int cases = 0;
        int sure = 0;
        int sureAndRight = 0;
        double promised = 0;
        int taught = 0;
        Reliability reliability = new Reliability();
        for (int part = 0; part < PARTS; part++) {
            List<Example> known = new ArrayList<>();
            List<Example> asked = new ArrayList<>();
            for (Example one : all) {
                boolean isHeldOut = Math.floorMod(sentences.of(one).hashCode(), PARTS) == part;
                Example told = new Example(sentences.withoutDemand(one), one.category(), one.at(), 1);
                (isHeldOut ? asked : known).add(told);
            }
            Bayes bayes = Teach.scaled(known);
            asked.forEach(one -> reliability.add(bayes, one));
            Measure measure = Measure.of(bayes, asked);
            right += measure.first();
            among += measure.amongThree();
            cases += measure.cases();
            sure += measure.sure();
            sureAndRight += measure.sureAndRight();
            promised += measure.promised() * measure.cases();
            taught += known.size();
        }
        Measure measure = new Measure(cases, right, among, sure, sureAndRight, promised / cases, List.of());
        print("no sentence shared between taught and asked, five parts", taught / PARTS, measure);
        System.out.println(reliability);
        assertThat(measure.accuracy()).isGreaterThan(3 * mostFrequent(all, all));
        assertThat(measure.promised())
                .as("what it promises of words it never heard it keeps")
                .isBetween(measure.accuracy() - 0.1, measure.accuracy() + 0.1);
    }

    /** Suggestions by the certainty that they claimed, in tenths: how far each tenth is from the share of it that was right. */
    private static final class Reliability {
        private static final int TENTHS = 10;
        private final int[] cases = new int[TENTHS];
        private final int[] right = new int[TENTHS];
        private final double[] claimed = new double[TENTHS];

        void add(Bayes bayes, Example asked) {
            bayes.judge(asked.text(), 1).stream().findFirst().ifPresent(guess -> {
                int tenth = Math.min(TENTHS - 1, (int) (guess.certainty() * TENTHS));
                cases[tenth]++;
                claimed[tenth] += guess.certainty();
                if (guess.category().equals(asked.category())) right[tenth]++;
            });
        }

        /** The mean gap, each tenth counting by its cases. */
        double gap() {
            double gap = 0;
            for (int i = 0; i < TENTHS; i++) gap += Math.abs(claimed[i] - right[i]);
            return gap / Math.max(1, Arrays.stream(cases).sum());
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "reliability gap %.1f %%", 100 * gap()));
            for (int i = 0; i < TENTHS; i++)
                if (cases[i] > 0)
                    text.append(String.format(
                            Locale.ROOT,
                            " | %d cases claimed %.0f %%, right %.0f %%",
                            cases[i],
                            100 * claimed[i] / cases[i],
                            100.0 * right[i] / cases[i]));
            return text.toString();
        }
    }

    private static double mostFrequent(List<Example> taught, List<Example> asked) {
        Map<String, Long> counts =
                taught.stream().collect(Collectors.groupingBy(Example::category, TreeMap::new, Collectors.counting()));
        String most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return asked.stream().filter(one -> one.category().equals(most)).count() / (double) asked.size();
    }

    private static List<Example> examples() {
        PlannedYear year = DemoYear.plan(DemoYear.file());
        return year.days().stream()
                .flatMap(day -> year.scripts(day).stream())
                .filter(script -> !script.description().isBlank() && script.stageAt(END) == Stage.CLOSED)
                .map(script -> new Example(script.description(), category(script), script.at(), 1))
                .sorted(Comparator.comparing(Example::at))
                .toList();
    }

    /** As it stands in the end, corrections included. */
    private static String category(CaseScript script) {
        String category = script.category();
        for (CaseScript.Step step : script.steps())
            if (step.input().category() != null) category = step.input().category();
        return category;
    }

    private static void print(String what, int taught, Measure m) {
        System.out.printf(
                Locale.ROOT,
                "advice | %s | taught %d | asked %d | first right %.1f %% | among three %.1f %% | sure %.1f %% | of these right %.1f %% | promised %.1f %%%n%s%n",
                what,
                taught,
                m.cases(),
                100 * m.accuracy(),
                100.0 * m.amongThree() / m.cases(),
                100.0 * m.sure() / m.cases(),
                100.0 * m.sureAndRight() / Math.max(1, m.sure()),
                100 * m.promised(),
                m.mixedUp());
    }
}
