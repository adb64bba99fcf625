package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import tools.jackson.databind.JsonNode;

class ManagePeopleTest extends OrganisationWebTest {
    private Staff chief;
    private Visitor admin;

    @BeforeEach
    void signInAsAdministrator() {
        chief = town.person("admin", "centre", Role.ADMIN);
        admin = signedIn(chief);
    }

    private static Map<String, Object> entry(String login, String unit, String... roles) {
        return new HashMap<>(Map.of("login", login, "name", "王建国", "unit", unit, "roles", List.of(roles)));
    }

    private static String login() {
        return "wang-" + UUID.randomUUID().toString().substring(24);
    }

    @Test
    void an_administrator_admits_a_person_who_signs_in_with_the_password_given() {
        String login = login();
        Visitor.Answer made = admin.post("/api/v1/staff", entry(login, "c01", "inspector"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("canSignIn").asBoolean()).isFalse();
        assertThat(made.body().get("committees").toString()).isEqualTo("[\"c01\"]");
        String address = made.header("Location");
        String password = admin.post(address + "/password", Map.of())
                .body()
                .get("password")
                .asString();
        assertThat(password).hasSize(20);
        assertThat(visitor.signIn(login, password).status()).isEqualTo(200);
        assertThat(admin.get(address).body().get("login").asString()).isEqualTo(login);
    }

    @Test
    void a_new_password_ends_all_sessions_of_the_person() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        admin.post("/api/v1/staff/" + wang.id() + "/password", Map.of("password", "another bridge further on"));
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(town.trail(wang)).containsExactly("signed-in", "password-given");
    }

    @Test
    void a_changed_role_changes_what_the_person_sees_within_five_seconds() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        assertThat(admin.put("/api/v1/staff/" + wang.id(), entry(wang.login(), "centre", "operator"))
                        .status())
                .isEqualTo(200);
        clock.pass(Duration.ofSeconds(5));
        assertThat(browser.get("/api/v1/session").body().get("everything").asBoolean())
                .isTrue();
    }

    @Test
    void whoever_is_no_longer_active_is_signed_out_and_cannot_come_back() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        Map<String, Object> gone = entry(wang.login(), "c01", "inspector");
        gone.put("active", false);
        admin.put("/api/v1/staff/" + wang.id(), gone);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(visitor.signIn(wang.login(), OrganisationServer.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void a_fault_names_its_field_and_a_remedy_and_nothing_is_stored() {
        Visitor.Answer answer = admin.post("/api/v1/staff", entry(login(), "moon", "inspector"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("field").asString()).isEqualTo("unit");
        assertThat(answer.body().get("title").asString()).contains("moon");
        assertThat(answer.body().get("remedy").asString()).isNotBlank();
    }

    @Test
    void a_missing_field_an_unknown_role_and_a_taken_login_are_refused() {
        assertThat(admin.post("/api/v1/staff", Map.of("name", "王"))
                        .body()
                        .get("field")
                        .asString())
                .isEqualTo("login");
        Visitor.Answer role = admin.post("/api/v1/staff", entry(login(), "c01", "emperor"));
        assertThat(role.status()).isEqualTo(400);
        assertThat(role.body().get("field").asString()).startsWith("roles");
        Visitor.Answer taken = admin.post("/api/v1/staff", entry(chief.login(), "c01", "inspector"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("people.login-taken");
    }

    @Test
    void a_weak_password_is_refused_and_the_person_is_not_admitted() {
        String login = login();
        Map<String, Object> entry = entry(login, "c01", "inspector");
        entry.put("password", "12345678901234");
        assertThat(admin.post("/api/v1/staff", entry).code()).isEqualTo("people.password-easy");
        assertThat(admin.get("/api/v1/staff?q=" + login).body().get("items")).isEmpty();
    }

    @Test
    void the_last_administrator_stays() {
        town.db()
                .sql(
                        "update organisation.staff set active = false where id in (select staff from organisation.staff_role where role = 'admin') and id <> ?")
                .param(chief.id())
                .update();
        Visitor.Answer answer = admin.put("/api/v1/staff/" + chief.id(), entry(chief.login(), "centre", "operator"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("people.last-administrator");
        assertThat(admin.get("/api/v1/staff/" + chief.id()).body().get("roles").toString())
                .isEqualTo("[\"admin\"]");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMIN", "PARTY"})
    void nobody_else_changes_people_units_or_rosters(Role role) {
        Staff somebody = town.person("somebody", "c01", role);
        Visitor browser = signedIn(somebody);
        List<Visitor.Answer> answers = List.of(
                browser.post("/api/v1/staff", entry(login(), "c01", "admin")),
                browser.put("/api/v1/staff/" + somebody.id(), entry(somebody.login(), "c01", "admin")),
                browser.post("/api/v1/staff/" + somebody.id() + "/password", Map.of()),
                browser.put("/api/v1/units/c99", Map.of("name", "新", "kind", "committee", "parent", "area-1")),
                browser.put("/api/v1/duty?date=2021-11-09", List.of()));
        assertThat(answers)
                .allMatch(answer -> answer.status() == 403 && answer.code().equals("access.not-permitted"));
    }

    @Test
    void a_head_of_unit_sees_the_own_unit_and_a_handler_only_oneself() {
        Staff head = town.person("head", "chengguan", Role.UNIT_LEAD);
        Staff handler = town.person("handler", "chengguan", Role.HANDLER);
        Staff inspector = town.person("inspector", "c01", Role.INSPECTOR);
        assertThat(seen(head)).contains(head.id().toString(), handler.id().toString());
        assertThat(seen(head)).doesNotContain(inspector.id().toString());
        assertThat(seen(handler)).containsExactly(handler.id().toString());
        Visitor.Answer other = signedIn(head).get("/api/v1/staff/" + inspector.id());
        assertThat(other.status()).isEqualTo(404);
    }

    @Test
    void a_grid_leader_sees_the_people_of_the_committees_in_the_own_area() {
        Staff leader = town.person("leader", "area-1", Role.GRID_LEADER);
        Staff near = town.person("near", "c01", Role.INSPECTOR);
        Staff far = town.person("far", "c08", Role.INSPECTOR);
        assertThat(seen(leader))
                .contains(near.id().toString())
                .doesNotContain(far.id().toString());
    }

    @Test
    void staff_are_found_by_unit_role_and_part_of_the_name() {
        Staff wang = town.person("wangxiaomei", "c08", Role.COMMITTEE);
        String query = "/api/v1/staff?unit=c08&role=committee&q=XIAOMEI";
        assertThat(ids(admin.get(query))).containsExactly(wang.id().toString());
        assertThat(ids(admin.get("/api/v1/staff?q=%25%27--"))).isEmpty();
    }

    @Test
    void roles_come_with_their_names_and_rooms() {
        JsonNode roles = admin.get("/api/v1/roles").body();
        assertThat(roles).hasSize(Role.values().length);
        assertThat(roles.get(0).get("zh").asString()).isEqualTo("网格员");
    }

    @Test
    void a_unit_is_added_where_it_fits_and_refused_where_it_does_not() {
        Map<String, Object> unit = Map.of("name", "新建居委会", "kind", "committee", "parent", "area-1");
        assertThat(admin.put("/api/v1/units/c77", unit).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/units").raw().body()).contains("新建居委会");
        Visitor.Answer wrong =
                admin.put("/api/v1/units/c78", Map.of("name", "新", "kind", "committee", "parent", "centre"));
        assertThat(wrong.body().get("field").asString()).isEqualTo("parent");
        Visitor.Answer second = admin.put("/api/v1/units/centre2", Map.of("name", "新", "kind", "centre"));
        assertThat(second.code()).isEqualTo("units.one-centre");
        Visitor.Answer kind = admin.put("/api/v1/units/c77", Map.of("name", "新", "kind", "department"));
        assertThat(kind.code()).isEqualTo("units.kind-fixed");
    }

    private List<String> seen(Staff viewer) {
        return ids(signedIn(viewer).get("/api/v1/staff"));
    }

    private static List<String> ids(Visitor.Answer answer) {
        return answer.body()
                .get("items")
                .valueStream()
                .map(p -> p.get("id").asString())
                .toList();
    }
}
