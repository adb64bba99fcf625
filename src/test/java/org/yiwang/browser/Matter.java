package org.yiwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import org.yiwang.demonstration.drawing.Drawing;

/** A case of which a story tells only the end: what went before is done over HTTP, in milliseconds. */
record Matter(RunningDemo demo, String id, String number, String words, String committee) {
    /** Where the telephones of the tests are. */
    static final Map<String, Object> PLACE = Map.of("lon", 121.54843, "lat", 31.27301);

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Words that no other case has. */
    static String words(String text) {
        return text + "（" + System.nanoTime() % 100_000 + "-" + COUNT.incrementAndGet() + "）";
    }

    /** Registered by an operator: a shop that spreads over the pavement, for the squad chengguan. */
    static Matter registered(RunningDemo demo, String text) {
        String words = words(text);
        Answer answer = demo.signedIn("operator")
                .post(
                        "/api/v1/cases",
                        Map.of("category", "E0501", "title", words, "description", words, "place", PLACE));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return of(demo, answer, words);
    }

    /** One that came in otherwise. */
    static Matter found(RunningDemo demo, String number) {
        Answer answer = demo.signedIn("operator").get("/api/v1/cases/by-number/" + number);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return of(demo, answer, answer.get("title"));
    }

    private static Matter of(RunningDemo demo, Answer answer, String words) {
        String committee = answer.json().path("place").path("committee").asString();
        return new Matter(demo, answer.get("id"), answer.get("number"), words, committee);
    }

    /** The inspector who walks there. */
    String inspector() {
        return "inspector-" + committee;
    }

    Matter step(String login, String action) {
        return step(login, action, Map.of());
    }

    Matter step(String login, String action, Map<String, Object> body) {
        Answer answer = demo.signedIn(login).post("/api/v1/cases/" + id + "/actions/" + action, body);
        assertThat(answer.status()).as(action + " " + answer.text()).isEqualTo(200);
        return this;
    }

    Matter dispatched() {
        return step("operator", "accept").step("operator", "dispatch", Map.of("unit", "chengguan"));
    }

    Matter handling() {
        return dispatched().step("handler-chengguan", "claim");
    }

    /** The squad says that it is done, with a photo. */
    Matter done(String note) throws IOException {
        HttpVisitor handler = demo.signedIn("handler-chengguan");
        String photo = handler.upload("/api/v1/attachments", "after.jpg", Drawing.jpeg("shop", true, 0))
                .get("id");
        Map<String, Object> body = new HashMap<>(Map.of("note", note));
        body.put("attachments", List.of(Map.of("id", photo, "kind", "after")));
        return step("handler-chengguan", "feedback", body);
    }

    String state() {
        return demo.signedIn("operator").get("/api/v1/cases/" + id).get("state");
    }
}
