package org.yiwang.lists.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.lists.model.Check.Finding;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.model.FailedShare.Part;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

class SpecialModelTest {
    private static final Instant NOW = Instant.parse("2021-11-09T01:30:00Z");

    @Test
    void the_quarter_before_a_quarter_is_the_quarter_before_and_of_other_days_as_many() {
        Quarter fourth = new Quarter(LocalDate.of(2021, 10, 1), LocalDate.of(2021, 12, 31));
        assertThat(fourth.before()).isEqualTo(new Quarter(LocalDate.of(2021, 7, 1), LocalDate.of(2021, 9, 30)));
        Quarter days = new Quarter(LocalDate.of(2021, 10, 8), LocalDate.of(2021, 10, 17));
        assertThat(days.before()).isEqualTo(new Quarter(LocalDate.of(2021, 9, 28), LocalDate.of(2021, 10, 7)));
    }

    @Test
    void a_running_quarter_is_held_against_as_many_days_of_the_one_before() {
        Quarter fourth = new Quarter(LocalDate.of(2021, 10, 1), LocalDate.of(2021, 12, 31));
        LocalDate today = LocalDate.of(2021, 10, 20);
        assertThat(fourth.until(today).days()).isEqualTo(20);
        assertThat(fourth.sameTimeBefore(today))
                .isEqualTo(new Quarter(LocalDate.of(2021, 7, 1), LocalDate.of(2021, 7, 20)));
        assertThat(fourth.sameTimeBefore(LocalDate.of(2022, 1, 5))).isEqualTo(fourth.before());
    }

    /** Values of one draw from Brown, Cai and DasGupta (2001), Statistical Science 16, and as R's prop.test without correction gives them. */
    @Test
    void of_one_unit_the_interval_is_wilsons() {
        FailedShare five = FailedShare.of(List.of(new Part(1_000, 20, 5)));
        assertThat(five.low()).isCloseTo(0.1119, within(0.0001));
        assertThat(five.high()).isCloseTo(0.4687, within(0.0001));
        FailedShare none = FailedShare.of(List.of(new Part(1_000, 10, 0)));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.2775, within(0.0001));
    }

    @Test
    void a_large_unit_of_which_few_were_drawn_counts_by_its_cases_and_widens_the_interval() {
        FailedShare both = FailedShare.of(List.of(new Part(900, 10, 1), new Part(100, 10, 5)));
        assertThat(both.share()).isCloseTo(0.14, within(1e-9));
        FailedShare even = FailedShare.of(List.of(new Part(500, 10, 1), new Part(500, 10, 5)));
        assertThat(even.share()).isCloseTo(0.3, within(1e-9));
        FailedShare plain = FailedShare.of(List.of(new Part(1_000, 20, 6)));
        assertThat(even.low()).isCloseTo(plain.low(), within(1e-9));
    }

    @Test
    void where_nothing_was_judged_nothing_is_claimed() {
        assertThat(FailedShare.of(List.of(new Part(50, 0, 0)))).isEqualTo(new FailedShare(0, 0, 0, 0, 0, 1));
    }

    @Test
    void two_failures_of_one_category_of_one_unit_are_a_risk_point_and_one_is_none() {
        List<Check> checks = List.of(
                check("chengguan", "E0501", Verdict.FAILED),
                check("chengguan", "E0501", Verdict.KEPT),
                check("chengguan", "E0501", Verdict.FAILED),
                check("chengguan", "E0501", Verdict.UNKNOWN),
                check("chengguan", "E0502", Verdict.FAILED),
                check("c01", "E0501", Verdict.FAILED),
                check("c01", "E0501", null));
        assertThat(RiskPoint.of(checks)).singleElement().satisfies(point -> {
            assertThat(point.unit()).isEqualTo(new UnitId("chengguan"));
            assertThat(point.failed()).hasSize(2);
            assertThat(point.checked()).isEqualTo(3);
        });
    }

    @Test
    void the_unit_it_was_given_to_and_overseers_look_but_never_the_unit_that_led_it() {
        Check check = check("chengguan", "E0501", null);
        assertThat(refusal(staff("c01", Role.COMMITTEE), check, "现场已清理")).isNull();
        assertThat(refusal(staff("centre", Role.SUPERVISOR), check, "现场已清理")).isNull();
        assertThat(refusal(staff("chengguan", Role.UNIT_LEAD), check, "好的")).isEqualTo("lists.not-your-check");
        assertThat(refusal(staff("chengguan", Role.SUPERVISOR), check, "好的")).isEqualTo("lists.not-your-check");
        assertThat(refusal(staff("shichang", Role.UNIT_LEAD), check, "好的")).isEqualTo("lists.not-your-check");
        assertThat(refusal(staff("c01", Role.COMMITTEE), check, "")).isEqualTo("lists.no-note");
        assertThat(refusal(staff("c01", Role.COMMITTEE), check("chengguan", "E0501", Verdict.KEPT), "又看了"))
                .isEqualTo("lists.checked-already");
    }

    private static @Nullable String refusal(Staff staff, Check check, String note) {
        Refusal refusal = DecideCheck.refusal(staff, check, Verdict.KEPT, note, false);
        return refusal == null ? null : refusal.code();
    }

    private static Check check(String unit, String category, @Nullable Verdict verdict) {
        Candidate drawn =
                new Candidate(UUID.randomUUID(), "DQ20211008-H-0001", category, new UnitId("c01"), new UnitId(unit));
        Finding finding =
                verdict == null ? null : new Finding(verdict, "看过", List.of(), "李", new UnitId("c01"), NOW, null);
        return new Check(UUID.randomUUID(), UUID.randomUUID(), 1, drawn, new UnitId("c01"), finding);
    }

    private static Staff staff(String unit, Role role) {
        UnitId own = new UnitId(unit);
        Set<Role> roles = Set.of(role);
        return new Staff(
                UUID.randomUUID(),
                new Tenant(31),
                unit,
                "某某",
                "Somebody",
                own,
                roles,
                Access.sight(roles, own, Set.of(), Set.of()));
    }
}
