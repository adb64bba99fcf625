package org.yiwang.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yiwang.hotline.model.Listed;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.Push;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The upper platform over HTTP, by the protocol of docs/hotline.md. */
final class HttpUpperPlatform implements UpperPlatform {
    static final int BATCH = 50;
    private static final Duration CONNECTING_MAX = Duration.ofSeconds(2);
    private static final int ANSWER_CHARACTERS_KEPT = 200;
    private static final int SERVER_FAULT = 500;
    private static final int OK_MAX = 299;
    /** Refusals that pass: wrong moment, too many requests, a token that is being changed. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private final URI base;
    private final String token;
    private final Duration answering;
    private final JsonMapper json;
    private final ReadMessage read;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING_MAX)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param answering how long an answer is waited for */
    HttpUpperPlatform(URI base, String token, Duration answering, JsonMapper json) {
        this.base = base;
        this.token = token;
        this.answering = answering;
        this.json = json;
        this.read = new ReadMessage();
    }

    @Override
    public Batch messages(long after) {
        JsonNode answer =
                send(request("/v1/messages?after=" + after + "&limit=" + BATCH).GET());
        List<Message> messages =
                answer.path("messages").valueStream().map(read::message).toList();
        return new Batch(messages, answer.path("more").asBoolean(false));
    }

    @Override
    public void tell(Push push) {
        ObjectNode body = (ObjectNode) json.readTree(push.body());
        body.put("act", push.act()).put("number", push.number());
        send(request("/v1/orders/" + encoded(push.no()) + "/reports")
                .header("Idempotency-Key", push.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    @Override
    public List<Listed> listed(LocalDate day) {
        JsonNode answer = send(request("/v1/reconciliation?day=" + day).GET());
        return answer.path("orders").valueStream().map(read::listed).toList();
    }

    @Override
    public Message.Ordered order(String no) {
        JsonNode answer = send(request("/v1/orders/" + encoded(no)).GET());
        return read.ordered(answer.path("order"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(answering)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            int status = answer.statusCode();
            if (status <= OK_MAX) return json.readTree(answer.body());
            String why = status + " " + shortened(answer.body());
            if (status >= SERVER_FAULT || PASSING.contains(status)) throw new Unavailable(why);
            throw new Refused(why);
        } catch (JacksonException e) {
            throw new Unavailable("no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unavailable(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        }
    }

    private static String shortened(String text) {
        return text.length() <= ANSWER_CHARACTERS_KEPT ? text : text.substring(0, ANSWER_CHARACTERS_KEPT);
    }

    private static String encoded(String no) {
        return URLEncoder.encode(no, UTF_8);
    }
}
