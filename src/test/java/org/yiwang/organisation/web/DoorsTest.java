package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.organisation.Role;

class DoorsTest extends OrganisationWebTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/units",
                "/api/v1/staff",
                "/api/v1/duty?date=2021-11-09",
                "/api/v1/probe",
                "/api/v1/nothing",
                "/actuator/prometheus",
                "/actuator"
            })
    void strangers_are_asked_to_sign_in(String path) {
        Visitor.Answer answer = visitor.get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("session.none");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/v1/units",
                "/api/v1/public/../units",
                "//api/v1/units",
                "/api;x=1/v1/units",
                "/API/v1/units"
            })
    void no_spelling_of_an_address_leads_past_the_doors(String path) throws Exception {
        assertThat(statusOf("GET " + path + " HTTP/1.1")).isIn(400, 401, 404);
    }

    @Test
    void health_and_the_interface_document_are_open() {
        assertThat(visitor.get("/actuator/health").status()).isEqualTo(200);
        assertThat(visitor.get("/api/openapi.json").status()).isEqualTo(200);
        assertThat(visitor.get("/api/openapi.json").raw().body()).doesNotContain("Sight");
    }

    @Test
    void metrics_are_for_administrators() {
        Visitor operator = signedIn(town.person("op", "centre", Role.OPERATOR));
        Visitor.Answer refused = operator.get("/actuator/prometheus");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("access.closed");
        Visitor admin = signedIn(town.person("admin", "centre", Role.ADMIN));
        assertThat(admin.get("/actuator/prometheus").status()).isNotIn(401, 403);
    }

    @Test
    void a_made_up_session_opens_nothing() {
        for (String token : new String[] {"310110018.AAAA", "x", "999999999999.x", ".", "310110018."}) {
            visitor.cookies.put("yiwang", token);
            assertThat(visitor.get("/api/v1/session").status()).isEqualTo(401);
        }
    }

    @Test
    void a_change_without_our_header_is_refused_though_the_session_is_valid() {
        Visitor admin = signedIn(town.person("admin", "centre", Role.ADMIN));
        admin.headers.remove("X-Requested-With");
        Visitor.Answer answer = admin.post("/api/v1/staff", Map.of());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("session.foreign-page");
        assertThat(admin.delete("/api/v1/session").status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/session").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_change_that_another_site_asks_for_is_refused_even_with_our_header(String site) {
        Visitor admin = signedIn(town.person("admin", "centre", Role.ADMIN));
        admin.headers.put("Sec-Fetch-Site", site);
        assertThat(admin.post("/api/v1/staff", Map.of()).code()).isEqualTo("session.foreign-page");
    }

    @Test
    void signing_in_somebody_else_s_browser_from_another_site_is_refused() {
        visitor.headers.remove("X-Requested-With");
        assertThat(visitor.signIn("wang", "whatever").status()).isEqualTo(403);
    }

    @Test
    void every_answer_forbids_frames_foreign_scripts_and_referrers() {
        Visitor.Answer answer = visitor.get("/api/v1/session");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("private");
        assertThat(answer.header("Permissions-Policy")).contains("microphone=()");
    }

    @Test
    void who_is_refused_reads_why_in_the_own_language() {
        visitor.headers.put("Accept-Language", "en-GB,en;q=0.9");
        assertThat(visitor.get("/api/v1/units").body().get("title").asString()).startsWith("You are not signed in");
        visitor.headers.put("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(visitor.get("/api/v1/units").body().get("title").asString()).startsWith("您尚未登录");
    }

    @Test
    void a_change_of_a_page_s_address_is_refused() {
        assertThat(visitor.post("/desk", Map.of()).status()).isIn(401, 403, 405);
    }

    private int statusOf(String line) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
