package org.yiwang.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.Decision;

class StaffRulesTest {
    private static final UnitId CENTRE = new UnitId("centre");
    private static final UnitId AREA = new UnitId("area-1");
    private static final UnitId C01 = new UnitId("c01");
    private static final UnitTree TREE = new UnitTree(List.of(
            new Unit(CENTRE, "中心", "Centre", Unit.Kind.CENTRE, null, null),
            new Unit(AREA, "片区", "Area", Unit.Kind.AREA, CENTRE, null),
            new Unit(C01, "居委会", "Committee", Unit.Kind.COMMITTEE, AREA, null)));

    private static StaffDraft draft(String login, String name, UnitId unit, Set<Role> roles, Scope scope) {
        return new StaffDraft(login, name, "Wang", unit, roles, scope, true);
    }

    private static StaffDraft stored(UnitId unit, Role role) {
        return StaffRules.check(draft("wang", "王", unit, Set.of(role), Scope.NONE), TREE)
                .orThrow();
    }

    private static String fault(StaffDraft draft) {
        return switch (StaffRules.check(draft, TREE)) {
            case Decision.Granted<StaffDraft> granted -> "none";
            case Decision.Refused<StaffDraft>(var refusal) -> refusal.field() + " " + refusal.code();
        };
    }

    @Test
    void an_inspector_of_a_committee_answers_for_it_without_being_told() {
        assertThat(stored(C01, Role.INSPECTOR).scope().committees()).containsExactly(C01);
    }

    @Test
    void a_grid_leader_of_an_area_answers_for_it_without_being_told() {
        assertThat(stored(AREA, Role.GRID_LEADER).scope().areas()).containsExactly(AREA);
    }

    @Test
    void an_operator_answers_for_no_place() {
        assertThat(stored(CENTRE, Role.OPERATOR).scope()).isEqualTo(Scope.NONE);
    }

    @Test
    void each_fault_names_its_field() {
        Set<Role> operator = Set.of(Role.OPERATOR);
        assertThat(fault(draft("Wang", "王", CENTRE, operator, Scope.NONE))).isEqualTo("login people.login-unusable");
        assertThat(fault(draft("wang", " ", CENTRE, operator, Scope.NONE))).isEqualTo("name people.name-missing");
        assertThat(fault(draft("wang", "王".repeat(61), CENTRE, operator, Scope.NONE)))
                .isEqualTo("name people.name-missing");
        assertThat(fault(draft("wang", "王", new UnitId("moon"), operator, Scope.NONE)))
                .isEqualTo("unit people.unknown-unit");
        assertThat(fault(draft("wang", "王", CENTRE, Set.of(), Scope.NONE))).isEqualTo("roles people.no-role");
        assertThat(fault(draft("wang", "王", CENTRE, Set.of(Role.GRID_LEADER), Scope.NONE)))
                .isEqualTo("areas people.no-area");
        assertThat(fault(draft("wang", "王", CENTRE, Set.of(Role.INSPECTOR), Scope.NONE)))
                .isEqualTo("committees people.no-committee");
        assertThat(fault(draft("wang", "王", CENTRE, operator, new Scope(Set.of(C01), Set.of(), Set.of()))))
                .isEqualTo("areas people.unknown-area");
        assertThat(fault(draft("wang", "王", CENTRE, operator, new Scope(Set.of(), Set.of(AREA), Set.of()))))
                .isEqualTo("committees people.unknown-committee");
        assertThat(fault(draft("wang", "王", CENTRE, operator, new Scope(Set.of(), Set.of(), Set.of("c-1")))))
                .isEqualTo("cells people.cell-code");
    }

    @Test
    void passwords_that_are_guessed_first_are_refused() {
        assertThat(PasswordRules.fault("short", "wang")).isPresent();
        assertThat(PasswordRules.fault("wang-and-more-of-it", "wang")).isPresent();
        assertThat(PasswordRules.fault("abababababababab", "wang")).isPresent();
        assertThat(PasswordRules.fault("QwertyuiopASDF", "wang")).isPresent();
        assertThat(PasswordRules.fault("x".repeat(129), "wang")).isPresent();
        assertThat(PasswordRules.fault("河上的桥通向哪里去呢朋友", "wang")).isEmpty();
        assertThat(PasswordRules.fault("bridge over the river", "wang")).isEmpty();
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        assertThat(source("2001:db8:1:2:aaaa::1")).isEqualTo(source("2001:db8:1:2:bbbb:0:0:2"));
        assertThat(source("2001:db8:1:3::1")).isNotEqualTo(source("2001:db8:1:2::1"));
        assertThat(source("10.0.0.7")).isEqualTo("10.0.0.7");
    }

    private static String source(String address) {
        return new Attempt(new org.yiwang.platform.Tenant(310110018), "wang", "", address, null).source();
    }
}
