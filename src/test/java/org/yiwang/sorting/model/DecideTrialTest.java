package org.yiwang.sorting.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.State;

class DecideTrialTest {
    private static final Instant NOW = Instant.parse("2021-06-20T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 6, 20);

    private final Plan plan = new Played(1, 6, 0, 1, 0).plan(30);
    private final Trial planned = new Trial(UUID.randomUUID(), plan, State.PLANNED, 1, NOW, null);

    private Trial running() {
        return DecideTrial.start(planned, NOW, TODAY).orThrow();
    }

    @Test
    void a_plan_is_fixed_once_it_has_started() {
        Trial running = running();
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.startedAt()).isEqualTo(NOW);
        assertThat(code(DecideTrial.change(running, plan))).isEqualTo("sorting.fixed");
        assertThat(code(DecideTrial.start(running, NOW, TODAY))).isEqualTo("sorting.fixed");
        assertThat(code(DecideTrial.drop(running, "改日再试"))).isEqualTo("sorting.fixed");
    }

    @Test
    void nobody_fixes_a_plan_whose_first_day_has_passed() {
        assertThat(code(DecideTrial.start(planned, NOW, Played.START.plusDays(1))))
                .isEqualTo("sorting.begun-already");
        assertThat(DecideTrial.start(planned, NOW, Played.START)).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void an_estate_that_a_person_chose_needs_a_reason() {
        List<Compared> chosen = List.of(
                new Compared("estate-02", true, ""),
                new Compared("estate-03", true, ""),
                new Compared("estate-04", false, " "));
        assertThat(DecideTrial.plan(plan.comparing(chosen)).map(Refusal::code)).contains("sorting.why-compared");
        assertThat(DecideTrial.plan(plan.comparing(chosen.subList(0, 2))).map(Refusal::code))
                .contains("sorting.compared");
        assertThat(DecideTrial.plan(plan.comparing(List.of(
                                new Compared("estate-00", true, ""),
                                new Compared("estate-03", true, ""),
                                new Compared("estate-04", true, ""))))
                        .map(Refusal::code))
                .contains("sorting.twice");
    }

    @Test
    void a_measure_that_is_added_later_is_marked_and_stands_beside_the_others() {
        Trial more = DecideTrial.measure(running(), Measure.OVERFLOW, 30).orThrow();
        assertThat(more.plan().measures()).last().isEqualTo(new Measured(Measure.OVERFLOW, 30, true));
        assertThat(more.plan().measures()).hasSize(3);
        assertThat(code(DecideTrial.measure(more, Measure.OVERFLOW, 30))).isEqualTo("sorting.twice");
        assertThat(code(DecideTrial.measure(planned, Measure.OVERFLOW, 30))).isEqualTo("sorting.not-running");
        assertThat(code(DecideTrial.measure(running(), Measure.OVERFLOW, Double.NaN)))
                .isEqualTo("sorting.margin");
    }

    @Test
    void that_guides_stay_away_is_decided_when_the_days_are_over_and_that_they_come_back_at_any_time() {
        LocalDate end = plan.end();
        assertThat(code(DecideTrial.withdraw(running(), "未见变差", end.minusDays(1))))
                .isEqualTo("sorting.too-early");
        assertThat(DecideTrial.withdraw(running(), "未见变差", end).orThrow().state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(code(DecideTrial.withdraw(running(), " ", end))).isEqualTo("sorting.why");
        assertThat(DecideTrial.endWithGuides(running(), "小包垃圾太多").orThrow().state())
                .isEqualTo(State.PUT_BACK);
        assertThat(code(DecideTrial.endWithGuides(planned, "小包垃圾太多"))).isEqualTo("sorting.not-running");
    }

    @Test
    void one_guide_comes_back_with_a_reason_once() {
        String point = plan.treated().getFirst().point();
        LocalDate day = Played.START.plusDays(10);
        Trial back = DecideTrial.putBack(running(), point, "连日满溢", day).orThrow();
        assertThat(back.state()).isEqualTo(State.RUNNING);
        assertThat(back.plan().point(point).orElseThrow().backOn()).isEqualTo(day);
        assertThat(code(DecideTrial.putBack(back, point, "连日满溢", day))).isEqualTo("sorting.guide-there");
        assertThat(code(DecideTrial.putBack(running(), point, "连日满溢", TODAY))).isEqualTo("sorting.guide-there");
        assertThat(code(DecideTrial.putBack(running(), "nowhere", "连日满溢", day))).isEqualTo("sorting.no-point");
    }

    @Test
    void a_trial_is_extended_within_a_year_and_keeps_everything_else() {
        Trial longer = DecideTrial.extend(running(), "样本不足", 30).orThrow();
        assertThat(longer.plan().daysAfter()).isEqualTo(plan.daysAfter() + 30);
        assertThat(longer.plan().lasting(plan.daysAfter())).isEqualTo(plan);
        assertThat(code(DecideTrial.extend(running(), "样本不足", 0))).isEqualTo("sorting.days-more");
        assertThat(code(DecideTrial.extend(running(), "样本不足", 300))).isEqualTo("sorting.days-more");
    }

    private static String code(Decision<Trial> decision) {
        return decision instanceof Decision.Refused<Trial>(Refusal refusal) ? refusal.code() : "granted";
    }
}
