package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor.Answer;

/** R7: a POST that is sent again with its key has one effect and the same answer, whoever sends it and however often. */
@Tag("database")
class RepeatedPostsTest {
    private static RunningProduct product;
    private static JdbcClient db;
    private static HttpVisitor operator;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        db = JdbcClient.create(product.database().dataSource());
        operator = product.signedIn("operator");
    }

    @Test
    void a_resident_who_sends_a_report_twice_gets_the_same_link_for_the_one_case() {
        HttpVisitor resident = keyed(product.visitor());
        Map<String, Object> report = matter("name", "陈阿姨", "phone", "13812345678");
        Answer first = resident.post("/api/v1/public/reports", report);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        long cases = cases();
        Answer second = resident.post("/api/v1/public/reports", report);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.get("token")).isEqualTo(first.get("token"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(cases()).isEqualTo(cases);
        assertThat(product.visitor()
                        .get("/api/v1/public/reports/" + first.get("token"))
                        .status())
                .isEqualTo(200);
        reused(resident.post("/api/v1/public/reports", matter("phone", "13812345679")));
    }

    @Test
    void eight_clicks_at_once_register_one_case() throws Exception {
        HttpVisitor clerk = keyed(operator);
        long cases = cases();
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) clicks.add(() -> clerk.post("/api/v1/cases", matter()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> click : threads.invokeAll(clicks))
                assertThat(click.get().status()).isIn(201, 409);
        }
        assertThat(cases()).isEqualTo(cases + 1);
        assertThat(clerk.post("/api/v1/cases", matter()).header("Idempotent-Replayed"))
                .isEqualTo("true");
        reused(clerk.post("/api/v1/cases", matter("description", "另一件事")));
    }

    @Test
    void a_step_is_taken_once_and_its_key_serves_no_other() {
        String path =
                "/api/v1/cases/" + operator.post("/api/v1/cases", matter()).get("id");
        HttpVisitor clerk = keyed(operator);
        Answer first = clerk.post(path + "/actions/comment", Map.of("note", "已联系"));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer second = clerk.post(path + "/actions/comment", Map.of("note", "已联系"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        reused(clerk.post(path + "/actions/comment", Map.of("note", "别的话")));
        reused(clerk.post(path + "/actions/accept", Map.of()));
    }

    @Test
    void a_bulk_is_done_once_in_each_case() {
        String id = operator.post("/api/v1/cases", matter()).get("id");
        HttpVisitor clerk = keyed(operator);
        Map<String, Object> bulk =
                Map.of("action", "comment", "ids", List.of(Map.of("id", id)), "body", Map.of("note", "批量"));
        for (int i = 0; i < 2; i++) {
            Answer answer = clerk.post("/api/v1/cases/bulk", bulk);
            assertThat(answer.json().path("done").size()).as(answer.text()).isEqualTo(1);
        }
        assertThat(db.sql("select count(*) from casework.case_event where case_id = ?::uuid and action = 'comment'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_photo_that_is_sent_again_is_kept_once() throws IOException {
        for (String path : List.of("/api/v1/attachments", "/api/v1/public/attachments")) {
            HttpVisitor sender = keyed(path.contains("public") ? product.visitor() : operator);
            Answer first = sender.upload(path, "photo.png", photo(1));
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            assertThat(sender.upload(path, "photo.png", photo(1)).get("id")).isEqualTo(first.get("id"));
            reused(sender.upload(path, "photo.png", photo(2)));
        }
    }

    @Test
    void notices_are_read_once_and_signing_in_keeps_no_trace() {
        HttpVisitor clerk = keyed(operator);
        for (int i = 0; i < 2; i++)
            assertThat(clerk.post("/api/v1/notices/read-all", Map.of()).status())
                    .isEqualTo(204);
        long kept = kept();
        keyed(product.visitor())
                .post("/api/v1/session", Map.of("login", "operator", "password", RunningProduct.PASSWORD));
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void a_number_is_shown_in_full_only_for_a_purpose_and_each_time_goes_on_record() {
        Answer opened =
                operator.post("/api/v1/cases", matter("reporter", Map.of("name", "陈阿姨", "phone", "138 1234 5678")));
        String path = "/api/v1/cases/" + opened.get("id");
        String report = opened.json().path("reports").get(0).path("id").asString();
        assertThat(opened.text()).contains("138****5678").doesNotContain("138 1234 5678");
        String reveal = path + "/reporters/" + report + "/reveal";
        assertThat(operator.post(reveal, Map.of()).get("field")).isEqualTo("purpose");
        assertThat(operator.post(reveal, Map.of("purpose", "curiosity")).get("code"))
                .isEqualTo("case.unknown-reason");
        HttpVisitor clerk = keyed(operator);
        for (int i = 0; i < 2; i++) {
            Answer shown = clerk.post(reveal, Map.of("purpose", "first-contact"));
            assertThat(shown.get("phone")).isEqualTo("138 1234 5678");
            assertThat(shown.header("Cache-Control")).contains("no-store");
        }
        assertThat(product.signedIn("admin")
                        .post(reveal, Map.of("purpose", "first-contact"))
                        .status())
                .isEqualTo(403);
        List<String> trail = db.sql("select action || detail from platform.audit where stream = ? order by seq")
                .param("case/" + opened.get("id"))
                .query(String.class)
                .list();
        assertThat(trail)
                .hasSize(2)
                .allMatch(line -> line.contains("reporter-revealed") && line.contains("first-contact"));
        Answer same = operator.post("/api/v1/cases/same-caller", Map.of("phone", "+86 13812345678"));
        assertThat(same.text()).contains(opened.get("number"));
    }

    private static void reused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.get("code")).isEqualTo("request.key-reused");
        assertThat(answer.get("field")).isEqualTo("Idempotency-Key");
    }

    private static HttpVisitor keyed(HttpVisitor visitor) {
        return visitor.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, Object> matter(Object... more) {
        Map<String, Object> matter =
                new HashMap<>(Map.of("category", "E0501", "description", "水果摊摆到人行道上", "place", RunningProduct.PLACE));
        for (int i = 0; i < more.length; i += 2) matter.put(more[i].toString(), more[i + 1]);
        return matter;
    }

    private static byte[] photo(int colour) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0x1000 * colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static long cases() {
        return db.sql("select count(*) from casework.cases").query(Long.class).single();
    }

    private static long kept() {
        return db.sql("select count(*) from platform.idempotency")
                .query(Long.class)
                .single();
    }
}
