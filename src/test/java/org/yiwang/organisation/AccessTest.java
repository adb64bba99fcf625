package org.yiwang.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

class AccessTest {
    private static final UnitId C01 = new UnitId("c01");
    private static final UnitId AREA = new UnitId("area-1");

    private static Sight sight(Role... roles) {
        return Access.sight(Set.of(roles), C01, Set.of(AREA), Set.of(C01));
    }

    private static Staff staff(Role... roles) {
        return new Staff(new UUID(0, 1), new Tenant(310110018), "wang", "王", "Wang", C01, Set.of(roles), sight(roles));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "DUTY_CHIEF", "SUPERVISOR", "LEADER", "ADMIN"})
    void the_centre_and_the_leaders_see_everything(Role role) {
        assertThat(sight(role).everything()).isTrue();
    }

    @Test
    void a_grid_leader_sees_the_areas_led_and_no_committee_by_itself() {
        assertThat(sight(Role.GRID_LEADER)).isEqualTo(new Sight(false, Set.of(AREA), Set.of(), C01));
    }

    @ParameterizedTest
    @EnumSource(names = {"INSPECTOR", "COMMITTEE"})
    void committee_officers_and_inspectors_see_their_committee(Role role) {
        assertThat(sight(role)).isEqualTo(new Sight(false, Set.of(), Set.of(C01), C01));
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDLER", "UNIT_LEAD"})
    void handlers_and_heads_see_only_what_lies_on_the_desk_of_their_unit(Role role) {
        assertThat(sight(role)).isEqualTo(new Sight(false, Set.of(), Set.of(), C01));
    }

    @Test
    void two_roles_see_what_either_sees() {
        assertThat(sight(Role.GRID_LEADER, Role.INSPECTOR)).isEqualTo(new Sight(false, Set.of(AREA), Set.of(C01), C01));
    }

    @Test
    void only_administrators_manage() {
        for (String room :
                Set.of("people.manage", "duty.manage", "units.manage", "territory.manage", "categories.manage")) {
            for (Role role : EnumSet.complementOf(EnumSet.of(Role.ADMIN)))
                assertThat(Access.may(staff(role), room))
                        .as("%s %s", role, room)
                        .isFalse();
            assertThat(Access.may(staff(Role.ADMIN), room)).isTrue();
        }
    }

    @Test
    void a_refusal_names_the_permission_and_its_holders() {
        assertThatThrownBy(() -> Access.require(staff(Role.HANDLER), "cases.dispatch"))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(
                                e.refusal().arguments())
                        .containsExactly("派遣案件", "Dispatch cases", "网格长、派遣员、值班长", "Grid leader, Operator, Duty chief"));
    }

    @Test
    void a_permission_that_nobody_wrote_down_is_a_defect() {
        assertThatThrownBy(() -> Access.may(staff(Role.ADMIN), "cases.fly")).hasMessageContaining("cases.fly");
    }

    @ParameterizedTest
    @EnumSource
    void every_role_has_a_name(Role role) {
        assertThat(Access.words(role).zh()).isNotBlank();
        assertThat(Access.words(role).en()).isNotBlank();
    }
}
