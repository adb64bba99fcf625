package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.organisation.SetClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * R21: every operation of the interface document is asked wrongly in every way that a client can be wrong, by an operator, an administrator and a stranger. None
 * of it may break the server or keep it busy, and whoever is refused learns why and what to do.
 */
@Tag("database")
class WrongRequestsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final int NESTED_DEEP = 2_000;
    private static final int NESTED_SAMPLE = 3;
    private static final String ID = "00000000-0000-0001-0000-000000000001";
    private static final String LONG = "长".repeat(10_000);

    /** What may stand in an address, already encoded: no number, no id, no text, no UTF-8. */
    private static final List<String> WRONG_IN_ADDRESS =
            List.of("seven", "-1", "99999999999999999999", "a%00b", "%F0%9F%98%80", "%ED%A0%BD", "x".repeat(2_500));

    /** What may stand where a field is, as JSON. */
    private static final List<String> WRONG_IN_BODY = List.of(
            "null",
            "7",
            "\"7\"",
            "-1",
            "1e400",
            "true",
            "[]",
            "[null]",
            "{}",
            "\"\"",
            "\"no-such-word\"",
            "\"" + LONG + "\"",
            "\"\\ud83d\"",
            "\"\\udc00x\"",
            "\"a\\u0000b\"",
            "\"\\u202e\\ufeff\\ud83d\\ude00\"");

    private static final List<String> WRONG_BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{\"",
            "[".repeat(NESTED_DEEP) + "]".repeat(NESTED_DEEP),
            "{\"a\":".repeat(NESTED_DEEP) + "1" + "}".repeat(NESTED_DEEP));

    /** The live feed goes on for ever once it is open; LiveStreamTest has it. */
    private static final Set<String> ENDLESS = Set.of("/api/v1/live");

    private static RunningProduct product;
    private static JsonNode document;

    /** @param open whether strangers get past the doors with it */
    private record Request(String method, String path, String body, boolean open) {}

    @BeforeAll
    static void start() throws IOException {
        product = RunningProduct.start();
        document = JSON.readTree(Files.readString(OpenApiTest.KEPT, UTF_8));
    }

    /** Failed attempts to sign in count against the address; time forgives them. */
    @AfterAll
    static void forgive() {
        product.bean(SetClock.class).pass(Duration.ofDays(1));
    }

    @Test
    void nothing_that_a_client_can_do_wrong_breaks_the_server_or_goes_unexplained() throws Exception {
        List<Request> requests = requests();
        assertThat(requests).hasSizeGreaterThan(1_000);
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        Map<String, HttpVisitor> visitors = Map.of(
                "operator",
                product.signedIn("operator"),
                "admin",
                product.signedIn("admin"),
                "nobody",
                product.visitor());
        try (ExecutorService threads = Executors.newFixedThreadPool(visitors.size())) {
            List<Future<?>> asked = new ArrayList<>();
            visitors.forEach((who, visitor) ->
                    asked.add(threads.submit(() -> of(who, requests).forEach(one -> ask(who, visitor, one, faults)))));
            for (Future<?> one : asked) one.get();
        }
        assertThat(faults).isEmpty();
    }

    private static void ask(String who, HttpVisitor visitor, Request request, List<String> faults) {
        long before = System.nanoTime();
        Answer answer = visitor.send(request.method, request.path, request.body.getBytes(UTF_8));
        String told = fault(answer, Duration.ofNanos(System.nanoTime() - before));
        if (!told.isEmpty())
            faults.add("%s: %s %.120s %.160s → %d %s"
                    .formatted(who, request.method, request.path, request.body, answer.status(), told));
    }

    private static String fault(Answer answer, Duration took) {
        if (took.compareTo(ANSWER_MAX) > 0) return "took " + took;
        if (answer.status() >= 500) return answer.text();
        if (answer.status() < 400) {
            return "";
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json"))
            return "is no problem but " + answer.header("Content-Type");
        return Stream.of("code", "title", "remedy")
                .filter(name -> answer.get(name).isBlank())
                .findFirst()
                .map(name -> "has no " + name)
                .orElse("");
    }

    /** Strangers are stopped at the doors whatever they bring: there a sample is enough. */
    private static Stream<Request> of(String who, List<Request> requests) {
        return requests.stream().filter(one -> !who.equals("nobody") || one.open || one.body.length() < 3);
    }

    private static List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        document.get("paths").forEachEntry((path, item) -> {
            if (!ENDLESS.contains(path))
                item.forEachEntry((method, operation) -> {
                    String upper = method.toUpperCase(Locale.ROOT);
                    boolean open = operation.get("security").isEmpty();
                    addresses(path, operation).forEach(one -> requests.add(new Request(upper, one, "{}", open)));
                    bodies(operation)
                            .forEach(one -> requests.add(new Request(upper, address(path, operation), one, open)));
                });
        });
        return requests;
    }

    /** Each parameter wrong in turn, the others as they should be. */
    private static List<String> addresses(String path, JsonNode operation) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString("");
            for (String wrong : WRONG_IN_ADDRESS) {
                if (parameter.path("in").asString("").equals("path"))
                    addresses.add(address(path.replace("{" + name + "}", wrong), operation));
                if (parameter.path("in").asString("").equals("query"))
                    addresses.add(address(path, operation) + "&" + name + "=" + wrong);
            }
        }
        return addresses;
    }

    private static String address(String path, JsonNode operation) {
        StringBuilder query = new StringBuilder("?");
        String filled = path;
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString("");
            String value = plain(parameter.path("schema"));
            filled = filled.replace("{" + name + "}", value);
            if (parameter.path("in").asString("").equals("query")
                    && parameter.path("required").asBoolean(false))
                query.append('&').append(name).append('=').append(value);
        }
        return filled + query;
    }

    private static String plain(JsonNode schema) {
        return switch (schema.path("format").asString(schema.path("type").asString(""))) {
            case "uuid" -> ID;
            case "date" -> "2021-11-09";
            case "int32", "double" -> "31";
            default -> "c01";
        };
    }

    /** Bodies that are none, and bodies with each field wrong in turn. */
    private static List<String> bodies(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!operation.has("requestBody")) return List.of();
        List<String> bodies = new ArrayList<>(WRONG_BODIES);
        String whole = sample(schema, 0);
        JsonNode shape = resolved(schema.has("items") ? schema.get("items") : schema);
        for (String field : shape.path("properties").propertyNames())
            for (String wrong : WRONG_IN_BODY) {
                String body = with(sample(shape, 0), field, wrong);
                bodies.add(schema.has("items") ? "[" + body + "]" : body);
            }
        bodies.add(whole);
        return bodies;
    }

    private static String with(String object, String field, String wrong) {
        ObjectNode others = (ObjectNode) JSON.readTree(object);
        others.remove(field);
        String rest = others.toString().substring(1);
        return "{\"" + field + "\":" + wrong + (others.isEmpty() ? "" : ",") + rest;
    }

    private static String sample(JsonNode schema, int depth) {
        JsonNode shape = resolved(schema);
        if (shape.has("enum")) return shape.get("enum").get(0).toString();
        return switch (shape.path("type").asString("")) {
            case "object" -> {
                List<String> fields = new ArrayList<>();
                if (depth < NESTED_SAMPLE)
                    shape.path("properties")
                            .forEachEntry((name, inner) -> fields.add("\"" + name + "\":" + sample(inner, depth + 1)));
                yield "{" + String.join(",", fields) + "}";
            }
            case "array" -> "[" + sample(shape.path("items"), depth + 1) + "]";
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> "\"" + text(shape.path("format").asString("")) + "\"";
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> ID;
            case "date-time" -> "2021-11-09T02:00:00Z";
            case "date" -> "2021-11-09";
            default -> "c01";
        };
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
