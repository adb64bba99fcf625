package org.yiwang.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.yiwang.TestDatabase;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.personal.Keys;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class RepeatedRequestsTest {
    private static final Instant NOON = Instant.parse("2021-11-09T04:00:00Z");
    private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final KeyStore keys = keys(NOON);
    private RepeatedRequests filter;

    /** Writes one row and answers with how many there are. */
    private final FilterChain effect = (request, response) -> {
        String body = new String(request.getInputStream().readAllBytes(), UTF_8);
        jdbc.sql("insert into effect values (?)").param(body).update();
        ((HttpServletResponse) response).setHeader("Location", "/api/v1/things/1");
        ((HttpServletResponse) response).setStatus(201);
        response.setContentType("application/json");
        response.getWriter().write("{\"数\":" + effects() + "}");
    };

    @BeforeEach
    void table() throws Exception {
        jdbc.sql("create table effect (body text)").update();
        ProblemWriter problems = new ProblemWriter(new RefusalTexts(), JsonMapper.shared());
        filter = new RepeatedRequests(keys, new JdbcTransactionManager(source), problems);
    }

    @Test
    void the_same_request_again_has_one_effect_and_the_same_answer() throws Exception {
        MockHttpServletResponse first = send(post("one"), effect);
        MockHttpServletResponse second = send(post("one"), effect);
        assertThat(effects()).isEqualTo(1);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString(UTF_8))
                .isEqualTo(first.getContentAsString(UTF_8))
                .isEqualTo("{\"数\":1}");
        assertThat(second.getHeader("Location")).isEqualTo("/api/v1/things/1");
        assertThat(second.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.getHeader("Idempotent-Replayed")).isNull();
    }

    @Test
    void the_same_key_with_another_body_or_address_is_refused() throws Exception {
        send(post("one"), effect);
        MockHttpServletResponse other = send(post("two"), effect);
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("request.key-reused");
        MockHttpServletRequest elsewhere = post("one");
        elsewhere.setRequestURI("/api/v1/others");
        assertThat(send(elsewhere, effect).getStatus()).isEqualTo(422);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void while_the_first_is_under_way_the_second_is_told_so() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                send(post("one"), (request, response) -> {
                    under.countDown();
                    wait(end);
                    effect.doFilter(request, response);
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        under.await();
        MockHttpServletResponse second = send(post("one"), effect);
        end.countDown();
        first.join();
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("request.in-progress");
        assertThat(send(post("one"), effect).getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void people_with_the_same_key_do_not_meet() throws Exception {
        send(post("one"), effect);
        MockHttpServletRequest other = post("two");
        other.setAttribute(RepeatedRequests.OWNER, "li");
        assertThat(send(other, effect).getStatus()).isEqualTo(201);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void what_was_refused_may_be_corrected_and_sent_with_the_same_key() throws Exception {
        send(post("bad"), (request, response) -> ((HttpServletResponse) response).setStatus(422));
        assertThat(send(post("good"), effect).getStatus()).isEqualTo(201);
    }

    @Test
    void what_failed_leaves_neither_effect_nor_key() throws Exception {
        send(post("one"), (request, response) -> {
            effect.doFilter(request, response);
            ((HttpServletResponse) response).setStatus(500);
        });
        assertThat(effects()).isZero();
        FilterChain broken = (request, response) -> {
            effect.doFilter(request, response);
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> send(post("one"), broken)).hasMessage("broken");
        assertThat(effects()).isZero();
        assertThat(send(post("one"), effect).getHeader("Idempotent-Replayed")).isNull();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void steps_of_cases_sign_in_passwords_and_strangers_pass_untouched() throws Exception {
        String[] paths = {
            "/api/v1/cases/7/actions/claim",
            "/api/v1/session",
            "/api/v1/staff/7/password",
            "/api/v1/cases/7/reporters/8/reveal"
        };
        for (String path : paths) {
            MockHttpServletRequest request = post("one");
            request.setRequestURI(path);
            send(request, effect);
        }
        MockHttpServletRequest stranger = post("one");
        stranger.removeAttribute(RepeatedRequests.OWNER);
        send(stranger, effect);
        assertThat(effects()).isEqualTo(5);
        assertThat(kept()).isZero();
    }

    @Test
    void residents_are_answered_again_too_and_what_they_wrote_stands_nowhere_in_the_clear() throws Exception {
        for (int i = 0; i < 2; i++) {
            MockHttpServletRequest resident = post("13800001234");
            resident.removeAttribute(RepeatedRequests.OWNER);
            resident.setRequestURI("/api/v1/public/reports");
            assertThat(send(resident, effect).getContentAsString(UTF_8)).isEqualTo("{\"数\":1}");
        }
        String row = jdbc.sql("select i::text from platform.idempotency i")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("数").doesNotContain("13800001234").contains("sm4:k1:");
    }

    @Test
    void an_upload_is_known_again_by_its_content_whatever_its_boundary() throws Exception {
        assertThat(send(upload("x", "photo"), effect).getStatus()).isEqualTo(201);
        assertThat(send(upload("y", "photo"), effect).getHeader("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(send(upload("x", "other"), effect).getContentAsString()).contains("request.key-reused");
        assertThat(effects()).isEqualTo(1);
    }

    private static MockHttpServletRequest upload(String boundary, String content) {
        MockHttpServletRequest request = post("");
        request.setContentType("multipart/form-data; boundary=" + boundary);
        request.addPart(new MockPart("file", "a.jpg", content.getBytes(UTF_8)));
        return request;
    }

    @Test
    void a_malformed_key_and_a_huge_body_are_refused() throws Exception {
        MockHttpServletRequest odd = post("one");
        odd.removeHeader("Idempotency-Key");
        odd.addHeader("Idempotency-Key", "短");
        assertThat(send(odd, effect).getStatus()).isEqualTo(400);
        assertThat(send(post("x".repeat(RereadRequest.BODY_BYTES_MAX + 1)), effect)
                        .getStatus())
                .isEqualTo(413);
        assertThat(effects()).isZero();
    }

    @Test
    void keys_are_forgotten_after_a_day() throws Exception {
        send(post("one"), effect);
        keys(NOON.plus(KeyStore.KEPT)).prune();
        assertThat(kept()).isEqualTo(1);
        keys(NOON.plus(KeyStore.KEPT).plus(Duration.ofSeconds(1))).prune();
        assertThat(kept()).isZero();
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest post(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.addHeader("Idempotency-Key", KEY);
        request.setAttribute(RepeatedRequests.OWNER, "zhang");
        request.setContentType("application/json");
        request.setContent(body.getBytes(UTF_8));
        return request;
    }

    private KeyStore keys(Instant now) {
        return new KeyStore(
                jdbc, JsonMapper.shared(), Keys.personalData(), Clock.fixed(now, ZoneOffset.UTC), 310110018);
    }

    private int effects() {
        return jdbc.sql("select count(*) from effect").query(Integer.class).single();
    }

    private int kept() {
        return jdbc.sql("select count(*) from platform.idempotency")
                .query(Integer.class)
                .single();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
