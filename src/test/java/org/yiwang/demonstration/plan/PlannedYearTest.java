package org.yiwang.demonstration.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.CheckAnswers;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Stage;
import org.yiwang.demonstration.plan.CaseScript.Step;
import org.yiwang.demonstration.plan.YearPlan.OpenCases;
import org.yiwang.organisation.Role;
import org.yiwang.worktime.WorkCalendar;

class PlannedYearTest {
    private static final YearPlan YEAR = DemoYear.file();
    private static final PlannedYear PLANNED = DemoYear.plan(YEAR);
    private static final List<CaseScript> SCRIPTS = scripts(PLANNED);
    private static final Pattern MARKER = Pattern.compile("[{}@|]|\\[|\\]|null");
    private static final Set<Role> OFFICE = Set.of(Role.HANDLER, Role.UNIT_LEAD, Role.COMMITTEE);

    @Test
    void the_same_file_gives_the_same_year_to_the_last_word() {
        assertThat(fingerprint(scripts(DemoYear.plan(DemoYear.file())))).isEqualTo(fingerprint(SCRIPTS));
    }

    @Test
    void each_channel_has_exactly_as_many_cases_as_the_file_says() {
        Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
        for (CaseScript script : SCRIPTS) counts.merge(script.channel(), 1, Integer::sum);
        YEAR.channels().forEach((channel, plan) -> assertThat(counts).containsEntry(channel, plan.cases()));
        assertThat(counts.get(Channel.HOTLINE)).isEqualTo(3702);
        assertThat(counts.get(Channel.INSPECTION))
                .isEqualTo(Objects.requireNonNull(YEAR.safety()).found())
                .isEqualTo(838);
    }

    @Test
    void each_outcome_happens_exactly_as_often_as_the_file_says_among_the_cases_that_are_over() {
        YEAR.channels().forEach((channel, plan) -> plan.outcomes().forEach((outcome, count) -> {
            long there = SCRIPTS.stream()
                    .filter(s -> s.channel() == channel
                            && !s.isOpenAt(YEAR.opening())
                            && s.fate().contains(outcome))
                    .count();
            assertThat(there).as("%s %s", channel.id(), outcome.id()).isEqualTo((long) count);
        }));
    }

    @Test
    void the_living_queue_stands_as_the_file_says() {
        Map<Stage, Integer> wanted = new EnumMap<>(Stage.class);
        for (OpenCases row : YEAR.open()) wanted.merge(row.state(), row.cases(), Integer::sum);
        wanted.merge(Stage.HANDLING, Objects.requireNonNull(YEAR.safety()).open(), Integer::sum);
        Map<Stage, Integer> there = new EnumMap<>(Stage.class);
        for (CaseScript script : SCRIPTS)
            if (script.isOpenAt(YEAR.opening())) there.merge(script.stageAt(YEAR.opening()), 1, Integer::sum);
        assertThat(there).isEqualTo(wanted);
    }

    @Test
    void steps_follow_each_other_in_time_and_none_lies_beyond_the_opening() {
        for (CaseScript script : SCRIPTS) {
            Instant before = script.at();
            for (Step step : script.steps()) {
                assertThat(step.at())
                        .as("%s of %s", step.action(), script.title())
                        .isAfterOrEqualTo(before);
                before = step.at();
            }
            assertThat(before).isBeforeOrEqualTo(YEAR.opening());
        }
    }

    @Test
    void offices_work_by_the_calendar_except_in_emergencies() {
        for (CaseScript script : SCRIPTS) {
            if (DemoYear.CATEGORIES.get(script.category()).urgent()) continue;
            for (Step step : script.steps()) {
                if (step.actor() == null || step.actor().roles().stream().noneMatch(OFFICE::contains)) continue;
                boolean working = DemoYear.CALENDAR.isWorking(step.at())
                        || DemoYear.CALENDAR.isWorking(step.at().minusSeconds(1));
                boolean verifying = Set.of("pass", "fail").contains(step.action());
                assertThat(working || verifying)
                        .as(
                                "%s of %s at %s",
                                step.action(), script.title(), step.at().atZone(WorkCalendar.ZONE))
                        .isTrue();
            }
        }
    }

    @Test
    void what_joins_another_case_does_so_on_the_same_day_while_that_is_open() {
        Map<Integer, CaseScript> byNumber = new HashMap<>();
        SCRIPTS.forEach(script -> byNumber.put(script.number(), script));
        List<CaseScript> joining =
                SCRIPTS.stream().filter(s -> s.into() != null).toList();
        assertThat(joining).hasSize(215);
        for (CaseScript script : joining) {
            CaseScript into = byNumber.get(script.into());
            Instant merged = script.steps().getFirst().at();
            assertThat(into.at()).isBefore(script.at());
            assertThat(into.isOpenAt(merged)).isTrue();
            assertThat(day(into)).isEqualTo(day(script));
        }
    }

    @Test
    void no_text_holds_a_slot_that_was_not_filled_and_none_is_longer_than_a_screen() {
        for (String text : texts()) {
            assertThat(MARKER.matcher(text).find()).as(text).isFalse();
            assertThat(text.length()).isLessThan(400);
        }
    }

    @Test
    void the_year_does_not_repeat_itself() {
        List<String> descriptions =
                SCRIPTS.stream().map(CaseScript::description).toList();
        assertThat(share(descriptions)).isGreaterThan(0.985);
        assertThat(share(notes("feedback"))).isGreaterThan(0.55);
        assertThat(share(notes("close"))).isGreaterThan(0.35);
    }

    @Test
    void typhoon_days_bring_several_times_the_water_and_trees_of_other_days() {
        long inFa = SCRIPTS.stream()
                .filter(s -> isStorm(s)
                        && day(s).startsWith("2021-07-2")
                        && day(s).compareTo("2021-07-25") >= 0
                        && day(s).compareTo("2021-07-27") <= 0)
                .count();
        long may = SCRIPTS.stream()
                .filter(s -> isStorm(s) && day(s).startsWith("2021-05"))
                .count();
        assertThat(inFa).isGreaterThan(2 * may);
    }

    @Test
    void exactly_as_many_reports_come_with_answers_as_the_file_says_and_all_of_them_hold() {
        YEAR.channels().forEach((channel, plan) -> {
            List<CaseScript> answered = SCRIPTS.stream()
                    .filter(script ->
                            script.channel() == channel && !script.answers().isEmpty())
                    .toList();
            assertThat(answered).as(channel.id()).hasSize(plan.answered() == null ? 0 : plan.answered());
            for (CaseScript script : answered)
                assertThat(CheckAnswers.of(DemoYear.form(script.category()), script.answers(), false))
                        .hasSameSizeAs(script.answers().keySet());
        });
    }

    @Test
    void no_answer_contradicts_the_report() {
        for (CaseScript script : SCRIPTS) {
            if (!script.category().equals("B0106") || script.answers().isEmpty()) continue;
            boolean flickers = script.answers().get("fault").contains("flicker");
            assertThat(flickers)
                    .as(script.description())
                    .isEqualTo(script.description().contains("闪烁"));
        }
    }

    @Test
    void inspectors_verify_by_day_only() {
        for (CaseScript script : SCRIPTS) {
            if (DemoYear.CATEGORIES.get(script.category()).urgent()) continue;
            for (Step step : script.steps()) {
                if (step.actor() == null
                        || !step.actor().is(Role.INSPECTOR)
                        || step.action().equals("self-handle")) continue;
                LocalTime time = step.at().atZone(WorkCalendar.ZONE).toLocalTime();
                assertThat(time).isBetween(LocalTime.of(7, 0), LocalTime.of(20, 30));
            }
        }
    }

    @Test
    void planning_the_year_takes_seconds_not_minutes() {
        long start = System.nanoTime();
        DemoYear.plan(YEAR);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static boolean isStorm(CaseScript script) {
        return Set.of("E0404", "E0405", "E0406", "E0410", "H0803").contains(script.category());
    }

    private static String day(CaseScript script) {
        return script.at().atZone(WorkCalendar.ZONE).toLocalDate().toString();
    }

    private static List<CaseScript> scripts(PlannedYear planned) {
        return planned.days().stream()
                .flatMap(day -> planned.scripts(day).stream())
                .toList();
    }

    private static List<String> notes(String action) {
        List<String> notes = new ArrayList<>();
        for (CaseScript script : SCRIPTS)
            for (Step step : script.steps())
                if (step.action().equals(action))
                    notes.add(
                            step.input().note() != null
                                    ? step.input().note()
                                    : step.input().answer());
        return notes;
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (CaseScript script : SCRIPTS) {
            texts.add(script.title());
            texts.add(script.description());
            for (Step step : script.steps()) {
                if (step.input().note() != null) texts.add(step.input().note());
                if (step.input().answer() != null) texts.add(step.input().answer());
            }
        }
        return texts;
    }

    private static double share(List<String> texts) {
        return (double) new HashSet<>(texts).size() / texts.size();
    }

    private static String fingerprint(List<CaseScript> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (CaseScript script : scripts) {
                digest.update((script.at()
                                + script.category()
                                + script.title()
                                + script.description()
                                + script.place()
                                + script.answers())
                        .getBytes(UTF_8));
                for (Step step : script.steps())
                    digest.update((step.at() + step.action() + step.input()).getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
