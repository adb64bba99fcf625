package org.yiwang.casework.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.casework.ReportStore;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import tools.jackson.databind.json.JsonMapper;

/** A resident's page is told at once that something changed, and nothing of what. */
@Tag("database")
@Timeout(60)
class FollowStreamTest {
    private static RunningProduct product;
    private static HttpVisitor operator;
    private final List<HttpResponse<InputStream>> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        operator = product.signedIn("operator");
    }

    @AfterEach
    void leave() throws IOException {
        for (HttpResponse<InputStream> stream : open) stream.body().close();
    }

    @Test
    void a_page_hears_that_its_report_was_accepted_and_not_by_whom() throws IOException {
        String token = report();
        BufferedReader page = follow(token);
        act(number(token), "accept", Map.of());
        assertThat(event(page)).containsExactly("event: changed", "data: {}");
    }

    @Test
    void a_page_follows_its_report_into_the_case_that_it_is_merged_into() throws IOException {
        String kept = report();
        String merged = report();
        BufferedReader page = follow(merged);
        act(number(merged), "merge", Map.of("into", number(kept)));
        assertThat(event(page)).containsExactly("event: changed", "data: {}");
        assertThat(number(merged)).isEqualTo(number(kept));
        act(number(kept), "accept", Map.of());
        assertThat(event(page)).containsExactly("event: changed", "data: {}");
    }

    @Test
    void other_cases_and_other_matters_are_nothing_to_a_page() {
        Tenant here = new Tenant(310110018);
        ReportStore.Link link = new ReportStore.Link(here, new UUID(0, 1), new UUID(0, 2));
        FollowStream page = new FollowStream(product.bean(ReportStore.class), "token", link);
        assertThat(page.visible(row(here, "case", 1))).isTrue();
        assertThat(page.visible(row(here, "case", 2))).isFalse();
        assertThat(page.visible(row(here, "notice", 1))).isFalse();
        assertThat(page.visible(row(new Tenant(310110019), "case", 1))).isFalse();
        assertThat(page.stays()).as("a link that is no longer known").isFalse();
    }

    @Test
    void a_wrong_link_is_not_found_as_on_the_page_itself() {
        HttpVisitor browser = product.visitor().with("Accept", "text/event-stream");
        Answer answer = browser.get("/api/v1/public/reports/no-such-link/live");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.get("code")).isEqualTo("case.no-link");
    }

    @Test
    void one_link_holds_so_many_streams_and_no_more() throws IOException {
        String token = report();
        for (int i = 0; i < FollowController.STREAMS_PER_LINK_MAX; i++) follow(token);
        Answer another = product.visitor().get("/api/v1/public/reports/" + token + "/live");
        assertThat(another.status()).isEqualTo(429);
        assertThat(another.get("code")).isEqualTo("feed.too-many-streams");
        assertThat(product.visitor().get("/api/v1/public/reports/" + token).status())
                .isEqualTo(200);
    }

    /** Opens a page's stream and reads its greeting. */
    private BufferedReader follow(String token) throws IOException {
        HttpResponse<InputStream> stream = product.visitor().open("/api/v1/public/reports/" + token + "/live");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        open.add(stream);
        BufferedReader page = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
        assertThat(event(page)).containsExactly("event: hello", "data: {}");
        return page;
    }

    /** The lines of the next event. */
    private static List<String> event(BufferedReader page) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = page.readLine(); !line.isEmpty() || lines.isEmpty(); line = page.readLine())
            if (!line.isEmpty() && !line.equals(":")) lines.add(line);
        return lines;
    }

    private static String report() {
        Map<String, Object> matter =
                Map.of("category", "E0501", "description", "货架摆到人行道上", "place", RunningProduct.PLACE);
        return product.visitor().post("/api/v1/public/reports", matter).get("token");
    }

    private static String number(String token) {
        return product.visitor().get("/api/v1/public/reports/" + token).get("number");
    }

    private static void act(String number, String action, Map<String, Object> body) {
        String id = operator.get("/api/v1/cases/by-number/" + number).get("id");
        Answer answer = operator.post("/api/v1/cases/" + id + "/actions/" + action, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static FeedRow row(Tenant tenant, String topic, long key) {
        return new FeedRow(
                1, tenant, topic, new UUID(0, key), JsonMapper.shared().createObjectNode(), "{}");
    }
}
