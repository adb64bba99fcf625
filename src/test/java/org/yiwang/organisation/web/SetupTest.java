package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.usecase.CreateFirstAdministrator;

class SetupTest extends OrganisationWebTest {
    private static final String SETUP = "/api/v1/public/setup";

    @Autowired
    CreateFirstAdministrator create;

    @BeforeEach
    void emptyTheTown() {
        town.db().sql("delete from organisation.staff").update();
    }

    private Visitor.Answer enter(String token) {
        return visitor.post(
                SETUP,
                Map.of("token", token, "login", "first", "name", "王建国", "password", OrganisationServer.PASSWORD));
    }

    @Test
    void the_printed_token_creates_the_first_administrator_once() {
        String token = create.invite();
        assertThat(visitor.get(SETUP).body().get("needed").asBoolean()).isTrue();
        assertThat(enter(token).status()).isEqualTo(201);
        assertThat(visitor.get(SETUP).body().get("needed").asBoolean()).isFalse();
        assertThat(enter(token).status()).isEqualTo(403);
        Visitor.Answer me = visitor.signIn("first", OrganisationServer.PASSWORD);
        assertThat(me.body().get("roles").toString()).isEqualTo("[\"admin\"]");
    }

    @Test
    void a_wrong_an_old_and_an_expired_token_create_nobody() {
        String old = create.invite();
        String fresh = create.invite();
        assertThat(enter("").code()).isEqualTo("setup.wrong-token");
        assertThat(enter(old).code()).isEqualTo("setup.wrong-token");
        clock.pass(Duration.ofHours(24).plusSeconds(1));
        assertThat(enter(fresh).code()).isEqualTo("setup.wrong-token");
        assertThat(visitor.get(SETUP).body().get("needed").asBoolean()).isTrue();
    }

    @Test
    void a_weak_password_is_refused_and_the_token_stays_good() {
        String token = create.invite();
        Visitor.Answer weak =
                visitor.post(SETUP, Map.of("token", token, "login", "first", "name", "王", "password", "short"));
        assertThat(weak.body().get("field").asString()).isEqualTo("password");
        assertThat(enter(token).status()).isEqualTo(201);
    }

    @Test
    void where_somebody_is_already_a_token_creates_nobody() {
        String token = create.invite();
        town.person("wang", "c01", Role.INSPECTOR);
        assertThat(enter(token).code()).isEqualTo("setup.done");
    }

    @Test
    void the_page_of_the_link_is_there() {
        assertThat(visitor.get("/setup").status()).isEqualTo(200);
        assertThat(visitor.get("/setup").raw().body()).contains("setup.js").doesNotContain("<script>");
        assertThat(visitor.get("/setup.js").status()).isEqualTo(200);
    }
}
