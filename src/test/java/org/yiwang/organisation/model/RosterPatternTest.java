package org.yiwang.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

class RosterPatternTest {
    private static final UnitId CENTRE = new UnitId("centre");
    private static final LocalDate DAY = LocalDate.of(2021, 11, 9);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final RosterPattern PATTERN = new RosterPattern(
            CENTRE,
            Role.OPERATOR,
            2,
            List.of(new RosterPattern.Turn(MORNING, EVENING), new RosterPattern.Turn(EVENING, MORNING)));

    private static List<Staff> operators(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Staff(
                        new UUID(0, i),
                        new Tenant(310110018),
                        "o" + i,
                        "o" + i,
                        "o" + i,
                        CENTRE,
                        Set.of(Role.OPERATOR),
                        new Sight(true, Set.of(), Set.of(), CENTRE)))
                .toList();
    }

    @Test
    void every_shift_has_its_people_and_nobody_works_twice_a_day() {
        List<DutyShift> day = PATTERN.of(DAY, operators(5)).toList();
        assertThat(day).hasSize(4);
        assertThat(day.stream().map(DutyShift::staff).distinct()).hasSize(4);
    }

    @Test
    void over_a_while_everybody_works_as_often_as_everybody_else() {
        var turns = DAY.datesUntil(DAY.plusDays(5))
                .flatMap(day -> PATTERN.of(day, operators(5)))
                .collect(Collectors.groupingBy(DutyShift::staff, Collectors.counting()));
        assertThat(turns.values()).containsOnly(4L);
    }

    @Test
    void with_too_few_people_the_early_shifts_are_filled_first() {
        List<DutyShift> day = PATTERN.of(DAY, operators(3)).toList();
        assertThat(day.stream().map(DutyShift::from)).containsExactly(MORNING, MORNING, EVENING);
        assertThat(PATTERN.of(DAY, List.of())).isEmpty();
    }

    @Test
    void a_night_shift_ends_in_the_morning_of_the_next_day() {
        DutyShift night = new DutyShift(DAY, CENTRE, Role.OPERATOR, new UUID(0, 1), EVENING, MORNING);
        assertThat(night.covers(LocalDateTime.of(2021, 11, 9, 20, 0))).isTrue();
        assertThat(night.covers(LocalDateTime.of(2021, 11, 10, 7, 59))).isTrue();
        assertThat(night.covers(LocalDateTime.of(2021, 11, 10, 8, 0))).isFalse();
        assertThat(night.covers(LocalDateTime.of(2021, 11, 9, 7, 0))).isFalse();
    }

    @Test
    void a_shift_from_one_hour_to_the_same_lasts_a_day() {
        DutyShift whole = new DutyShift(DAY, CENTRE, Role.LEADER, new UUID(0, 1), MORNING, MORNING);
        assertThat(whole.end()).isEqualTo(LocalDateTime.of(2021, 11, 10, 8, 0));
    }

    @Test
    void cells_are_read_as_a_range_of_codes() {
        assertThat(OrganisationFile.range("31011001800108-11"))
                .containsExactly("31011001800108", "31011001800109", "31011001800110", "31011001800111");
        assertThat(OrganisationFile.range("31011001800108")).containsExactly("31011001800108");
    }
}
