package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.organisation.web.OrganisationServer.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;

class SignInTest extends OrganisationWebTest {
    private static final Duration CACHED = Duration.ofSeconds(5);

    @Test
    void the_right_password_opens_a_session_that_tells_who_one_is() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor.Answer me = visitor.signIn(wang.login(), PASSWORD);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("unitName").asString()).isEqualTo("c01");
        assertThat(me.body().get("committees").toString()).isEqualTo("[\"c01\"]");
        assertThat(me.body().get("permissions").toString())
                .isEqualTo("[\"alarms.handle\",\"alarms.read\",\"cases.register\",\"grids.read\",\"work.inside\"]");
        assertThat(visitor.get("/api/v1/session").body().get("login").asString())
                .isEqualTo(wang.login());
        assertThat(town.trail(wang)).containsExactly("signed-in");
    }

    @Test
    void a_page_for_everybody_may_ask_who_is_there_and_be_told_nobody() {
        assertThat(visitor.get("/api/v1/session?optional=true").status()).isEqualTo(204);
        assertThat(visitor.get("/api/v1/session").status()).isEqualTo(401);
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        visitor.signIn(wang.login(), PASSWORD);
        Visitor.Answer me = visitor.get("/api/v1/session?optional=true");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("login").asString()).isEqualTo(wang.login());
    }

    @Test
    void who_sees_everything_has_no_areas_and_committees_listed() {
        Visitor.Answer me =
                visitor.signIn(town.person("op", "centre", Role.OPERATOR).login(), PASSWORD);
        assertThat(me.body().get("everything").asBoolean()).isTrue();
        assertThat(me.body().has("areas")).isFalse();
        assertThat(me.body().has("committees")).isFalse();
    }

    @Test
    void the_session_s_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        Visitor.Answer me =
                visitor.signIn(town.person("op", "centre", Role.OPERATOR).login(), PASSWORD);
        assertThat(me.setCookies())
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        assertThat(me.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor.Answer wrong = visitor.signIn(wang.login(), "not the password");
        Visitor.Answer unknown = visitor.signIn("nobody-at-all", PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
        assertThat(wrong.code()).isEqualTo("session.wrong-password");
        assertThat(wrong.body().get("remedy").asString()).isNotBlank();
        assertThat(town.trail(wang)).containsExactly("sign-in-failed");
    }

    @Test
    void after_five_failures_even_the_right_password_must_wait_and_is_told_how_long() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        for (int i = 0; i < 5; i++)
            assertThat(visitor.signIn(wang.login(), "guess " + i).status()).isEqualTo(401);
        Visitor.Answer early = visitor.signIn(wang.login(), PASSWORD);
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.code()).isEqualTo("session.throttled");
        assertThat(early.header("Retry-After")).isEqualTo("2");
        clock.pass(Duration.ofSeconds(2));
        assertThat(visitor.signIn(wang.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoever_guesses_elsewhere_cannot_keep_a_person_out_of_the_own_browser() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor own = signedIn(wang);
        for (int i = 0; i < 6; i++) visitor.signIn(wang.login(), "guess " + i);
        assertThat(visitor.signIn(wang.login(), PASSWORD).status()).isEqualTo(429);
        assertThat(own.signIn(wang.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void many_logins_tried_from_one_address_make_the_address_wait() {
        for (int i = 0; i < 30; i++)
            assertThat(visitor.signIn("somebody-" + i, "guess").status()).isEqualTo(401);
        assertThat(visitor.signIn("somebody-else", "guess").status()).isEqualTo(429);
    }

    @Test
    void guesses_made_at_once_are_all_counted() throws Exception {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> guesses = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            new Visitor(port).signIn(wang.login(), "guess " + i).status())
                    .toList();
            List<Integer> answers =
                    pool.invokeAll(guesses).stream().map(f -> f.resultNow()).toList();
            assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
            assertThat(answers).filteredOn(status -> status == 429).hasSize(7);
        }
    }

    @Test
    void a_planted_session_is_not_taken_over_by_signing_in() {
        Visitor attacker = signedIn(town.person("attacker", "c01", Role.INSPECTOR));
        String planted = attacker.cookies.get("yiwang");
        visitor.cookies.put("yiwang", planted);
        visitor.signIn(town.person("victim", "c01", Role.INSPECTOR).login(), PASSWORD);
        assertThat(visitor.cookies.get("yiwang")).isNotEqualTo(planted);
        clock.pass(CACHED);
        assertThat(attacker.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        String token = browser.cookies.get("yiwang");
        assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(browser.cookies).doesNotContainKey("yiwang");
        browser.cookies.put("yiwang", token);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(town.trail(wang)).containsExactly("signed-in", "signed-out");
    }

    @Test
    void a_revoked_right_is_gone_within_five_seconds() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        assertThat(browser.get("/api/v1/probe").raw().body()).isEqualTo(wang.login() + " " + wang.login());
        town.deactivate(wang);
        clock.pass(CACHED);
        assertThat(browser.get("/api/v1/probe").status()).isEqualTo(401);
    }

    @Test
    void within_five_seconds_no_request_asks_the_database_who_one_is() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        browser.get("/api/v1/probe");
        town.db()
                .sql("delete from organisation.session where staff = ?")
                .param(wang.id())
                .update();
        clock.pass(CACHED.minusMillis(1));
        assertThat(browser.get("/api/v1/probe").status()).isEqualTo(200);
    }

    @Test
    void a_session_ends_after_two_idle_hours_and_lives_on_while_it_is_used() {
        Visitor browser = signedIn(town.person("wang", "c01", Role.INSPECTOR));
        for (int i = 0; i < 4; i++) {
            clock.pass(Duration.ofMinutes(100));
            assertThat(browser.get("/api/v1/probe").status()).isEqualTo(200);
        }
        clock.pass(Duration.ofMinutes(121));
        assertThat(browser.get("/api/v1/probe").status()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_twelve_hours_even_when_it_is_used() {
        Visitor browser = signedIn(town.person("wang", "c01", Role.INSPECTOR));
        for (int i = 0; i < 11; i++) {
            clock.pass(Duration.ofHours(1));
            assertThat(browser.get("/api/v1/probe").status()).isEqualTo(200);
        }
        clock.pass(Duration.ofHours(1));
        assertThat(browser.get("/api/v1/probe").status()).isEqualTo(401);
    }

    @Test
    void whoever_changes_the_own_password_is_signed_out_everywhere_else() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor other = signedIn(wang);
        Visitor browser = signedIn(wang);
        String fresh = "another bridge further on";
        Map<String, String> wish = Map.of("current", PASSWORD, "password", fresh);
        assertThat(browser.post("/api/v1/session/password", wish).status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        clock.pass(CACHED);
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(visitor.signIn(wang.login(), PASSWORD).status()).isEqualTo(401);
        assertThat(visitor.signIn(wang.login(), fresh).status()).isEqualTo(200);
    }

    @Test
    void the_own_password_is_changed_only_with_the_present_one_and_to_a_good_one() {
        Visitor browser = signedIn(town.person("wang", "c01", Role.INSPECTOR));
        Visitor.Answer wrong = browser.post(
                "/api/v1/session/password", Map.of("current", "wrong", "password", "another bridge further on"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("people.wrong-current");
        Visitor.Answer weak =
                browser.post("/api/v1/session/password", Map.of("current", PASSWORD, "password", "aaaaaaaaaaaaa"));
        assertThat(weak.code()).isEqualTo("people.password-easy");
    }

    @Test
    void large_type_is_remembered_for_the_person() {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        signedIn(wang).put("/api/v1/session/settings", Map.of("largeType", true));
        Visitor.Answer me = signedIn(wang).get("/api/v1/session");
        assertThat(me.body().get("largeType").asBoolean()).isTrue();
        assertThat(me.body().get("locale").asString()).isEqualTo("zh-CN");
    }
}
