package org.yiwang.upper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform's interface over HTTP, and a second door through which tests and the demonstration play those who work there. */
public final class UpperServer {
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int MESSAGES_MAX = 200;
    private static final Duration LATE = Duration.ofSeconds(4);

    private final HttpServer http;
    private final Ledger ledger;
    private final Tokens tokens;
    private final JsonMapper json;
    private final Clock clock;
    private final Queue<Fault> plan = new ConcurrentLinkedQueue<>();

    private UpperServer(HttpServer http, Ledger ledger, Tokens tokens, JsonMapper json, Clock clock) {
        this.http = http;
        this.ledger = ledger;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    /** @param port 0 takes any that is free */
    public static UpperServer start(int port, Path data, Clock clock) throws IOException {
        Files.createDirectories(data);
        JsonMapper json = new JsonMapper();
        Ledger ledger = Ledger.open(data.resolve("journal"), json, clock);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        UpperServer server = new UpperServer(http, ledger, Tokens.of(data, json), json, clock);
        http.createContext("/", server::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return server;
    }

    /**
     * Has somebody work there: new orders, and answers to what is asked for.
     *
     * @param pace between two orders; zero for none
     * @param review how long a request waits for its answer, which is yes; zero for none
     */
    public void work(Duration pace, Duration review) {
        new DeskAbove(ledger, json, clock).work(pace, review);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                enter(exchange);
            } catch (JacksonException | ClassCastException | IllegalArgumentException | DateTimeException e) {
                answer(exchange, new Ledger.Answer(400, json.createObjectNode().put("error", "body")));
            }
        }
    }

    private void enter(HttpExchange exchange) throws IOException {
        boolean behind = exchange.getRequestURI().getPath().startsWith("/admin/");
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!bearer.equals("Bearer " + (behind ? tokens.admin() : tokens.token()))) {
            answer(exchange, new Ledger.Answer(401, json.createObjectNode().put("error", "token")));
            return;
        }
        Fault next = behind ? null : plan.poll();
        serve(exchange, next == null ? Fault.OK : next);
    }

    private void serve(HttpExchange exchange, Fault fault) throws IOException {
        boolean writes = exchange.getRequestMethod().equals("POST");
        if (fault == Fault.KILL_BEFORE || (fault == Fault.KILL_AMID && !writes))
            Runtime.getRuntime().halt(137);
        if (fault == Fault.SLOW) sleep();
        if (fault == Fault.ERROR) {
            answer(exchange, new Ledger.Answer(500, json.createObjectNode().put("error", "fault")));
            return;
        }
        Ledger.Answer answer = answered(exchange, fault);
        if (fault == Fault.KILL_AFTER) Runtime.getRuntime().halt(137);
        if (fault == Fault.LOST) return;
        answer(
                exchange,
                fault == Fault.ERROR_AFTER
                        ? new Ledger.Answer(500, json.createObjectNode().put("error", "fault"))
                        : answer);
    }

    private Ledger.Answer answered(HttpExchange exchange, Fault fault) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] steps = path.substring(1).split("/", -1);
        String what = exchange.getRequestMethod() + " " + (steps.length > 1 ? steps[0] + "/" + steps[1] : path)
                + (steps.length > 3 ? "/" + steps[3] : "");
        return switch (what) {
            case "GET v1/messages" -> messages(exchange, fault);
            case "GET v1/orders" -> one(steps[2]);
            case "POST v1/orders/reports" ->
                ledger.report(
                        steps[2],
                        String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                        body(exchange),
                        fault);
            case "GET v1/reconciliation" -> day(LocalDate.parse(query(exchange, "day", "")));
            case "POST admin/orders" -> ledger.add(body(exchange), Fault.OK);
            case "POST admin/orders/messages" -> {
                ObjectNode content = body(exchange);
                String type = content.path("type").asString("");
                content.remove("type");
                yield ledger.tell(steps[2], type, content, Fault.OK);
            }
            case "GET admin/orders" -> steps.length > 2 ? one(steps[2]) : everything();
            case "POST admin/faults" -> faults(body(exchange));
            default -> new Ledger.Answer(404, json.createObjectNode().put("error", "path"));
        };
    }

    private Ledger.Answer messages(HttpExchange exchange, Fault fault) throws IOException {
        long after = Long.parseLong(query(exchange, "after", "0"));
        int limit = Math.clamp(Integer.parseInt(query(exchange, "limit", "50")), 1, MESSAGES_MAX);
        List<ObjectNode> found = new ArrayList<>(ledger.after(after, limit));
        if (fault == Fault.TWICE) found.addAll(ledger.after(after, limit));
        ArrayNode list = json.createArrayNode();
        (fault == Fault.REVERSED ? found.reversed() : found).forEach(list::add);
        ObjectNode answer = json.createObjectNode();
        answer.set("messages", list);
        answer.put("more", ledger.size() > after + limit);
        return new Ledger.Answer(200, answer);
    }

    private Ledger.Answer one(String no) {
        return ledger.order(no)
                .map(kept -> new Ledger.Answer(200, whole(kept)))
                .orElseGet(() -> new Ledger.Answer(404, json.createObjectNode().put("error", "no")));
    }

    private Ledger.Answer day(LocalDate day) {
        ArrayNode list = json.createArrayNode();
        for (Ledger.Kept kept : ledger.of(day))
            list.add(json.createObjectNode()
                    .put("no", kept.order.path("no").asString())
                    .put("kind", kept.order.path("kind").asString())
                    .put("receivedAt", kept.order.path("receivedAt").asString())
                    .put("status", kept.status)
                    .put("reports", kept.acts.size()));
        ObjectNode answer = json.createObjectNode().put("day", day.toString());
        answer.set("orders", list);
        return new Ledger.Answer(200, answer);
    }

    private Ledger.Answer everything() {
        ArrayNode list = json.createArrayNode();
        ledger.all().forEach(kept -> list.add(whole(kept)));
        ObjectNode answer = json.createObjectNode();
        answer.set("orders", list);
        return new Ledger.Answer(200, answer);
    }

    private ObjectNode whole(Ledger.Kept kept) {
        ObjectNode whole = json.createObjectNode();
        whole.set("order", kept.order);
        whole.put("status", kept.status);
        ArrayNode acts = whole.putArray("reports");
        kept.acts.forEach(acts::add);
        return whole;
    }

    private Ledger.Answer faults(ObjectNode body) {
        plan.clear();
        for (JsonNode one : body.path("plan")) plan.add(Fault.of(one.asString()));
        return new Ledger.Answer(200, json.createObjectNode().put("planned", plan.size()));
    }

    private ObjectNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX);
        return (ObjectNode) json.readTree(bytes);
    }

    private static String query(HttpExchange exchange, String name, String fallback) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) return fallback;
        for (String part : query.split("&", -1))
            if (part.startsWith(name + "=")) return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
        return fallback;
    }

    private void answer(HttpExchange exchange, Ledger.Answer answer) throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep() {
        try {
            Thread.sleep(LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
