package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.SetClock;
import org.yiwang.organisation.Staff;

class DutyTest extends OrganisationWebTest {
    private static final String TODAY = "/api/v1/duty?date=2021-11-09";
    private Visitor admin;
    private Staff operator;

    @BeforeEach
    void signInAsAdministrator() {
        clock.pass(Duration.between(clock.instant(), SetClock.MORNING));
        admin = signedIn(town.person("admin", "centre", Role.ADMIN));
        operator = town.person("op", "centre", Role.OPERATOR);
    }

    private static Map<String, Object> line(Staff person, String post, String from, String to) {
        return Map.of(
                "unit",
                person.unit().value(),
                "post",
                post,
                "staff",
                Map.of("id", person.id()),
                "from",
                from,
                "to",
                to);
    }

    private boolean onDuty(Staff person) {
        return admin.get("/api/v1/staff/" + person.id()).body().get("onDuty").asBoolean();
    }

    @Test
    void the_lines_sent_replace_the_day_and_come_back_with_names() {
        admin.put(TODAY, List.of(line(operator, "operator", "00:00", "08:00")));
        Visitor.Answer answer = admin.put(TODAY, List.of(line(operator, "operator", "08:00", "16:00")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1);
        assertThat(answer.body().get(0).get("from").asString()).isEqualTo("08:00");
        assertThat(answer.body().get(0).get("date").asString()).isEqualTo("2021-11-09");
        assertThat(answer.body().get(0).get("staff").get("name").asString()).isEqualTo("op");
        assertThat(admin.get("/api/v1/duty?date=2021-11-10").body()).isEmpty();
    }

    @Test
    void who_is_on_duty_shows_on_the_list_of_staff_while_the_shift_lasts() {
        admin.put(TODAY, List.of(line(operator, "operator", "08:00", "16:00")));
        assertThat(onDuty(operator)).isTrue();
        clock.pass(Duration.ofMinutes(6 * 60 + 30));
        admin = signedIn(town.person("admin", "centre", Role.ADMIN));
        assertThat(onDuty(operator)).isFalse();
    }

    @Test
    void a_night_shift_of_the_evening_before_still_counts_in_the_morning() {
        admin.put("/api/v1/duty?date=2021-11-08", List.of(line(operator, "operator", "20:00", "09:31")));
        assertThat(onDuty(operator)).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(onDuty(operator)).isFalse();
    }

    @Test
    void a_roster_with_a_fault_is_refused_as_a_whole_and_names_the_line() {
        admin.put(TODAY, List.of(line(operator, "operator", "08:00", "16:00")));
        Visitor.Answer post = admin.put(
                TODAY,
                List.of(line(operator, "operator", "00:00", "08:00"), line(operator, "leader", "08:00", "09:00")));
        assertThat(post.code()).isEqualTo("duty.not-their-post");
        assertThat(post.body().get("field").asString()).isEqualTo("[1].post");
        Visitor.Answer overlap = admin.put(
                TODAY,
                List.of(line(operator, "operator", "08:00", "16:00"), line(operator, "operator", "15:00", "17:00")));
        assertThat(overlap.code()).isEqualTo("duty.overlap");
        assertThat(admin.get(TODAY).body()).hasSize(1);
    }

    @Test
    void a_line_without_times_and_a_wrong_date_are_refused() {
        Visitor.Answer missing = admin.put(TODAY, List.of(Map.of("unit", "centre", "post", "operator")));
        assertThat(missing.body().get("field").asString()).isEqualTo("[0].staff");
        assertThat(admin.get("/api/v1/duty?date=yesterday").status()).isEqualTo(400);
    }

    @Test
    void a_head_of_unit_sees_the_roster_of_the_own_unit_only() {
        Staff handler = town.person("handler", "chengguan", Role.HANDLER);
        admin.put(
                TODAY,
                List.of(line(operator, "operator", "08:00", "16:00"), line(handler, "handler", "08:00", "16:00")));
        Visitor head = signedIn(town.person("head", "chengguan", Role.UNIT_LEAD));
        assertThat(head.get(TODAY).body()).hasSize(1);
        assertThat(head.get(TODAY).body().get(0).get("unit").asString()).isEqualTo("chengguan");
    }
}
