package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface document is a contract: the one that is kept beside the screens is the one that the server gives, and it keeps to rules of its own. */
@Tag("database")
class OpenApiTest {
    static final Path KEPT = Path.of("web", "src", "api", "openapi.json");
    private static final String CURE =
            "The interface has changed. Run ./yiwang openapi, look at what changed in the document and commit it with the generated types.";

    private static JsonNode document;
    private static List<Operation> operations;

    private record Operation(String name, String method, JsonNode node) {}

    @BeforeAll
    static void read() throws IOException {
        HttpVisitor.Answer answer = RunningProduct.start().visitor().get("/api/openapi.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        document = answer.json();
        operations = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, node) -> operations.add(
                        new Operation(method.toUpperCase(java.util.Locale.ROOT) + " " + path, method, node))));
        if (Boolean.getBoolean("openapi.write")) Files.writeString(KEPT, pretty(document), UTF_8);
    }

    @Test
    void the_document_beside_the_screens_is_the_one_that_the_server_gives() throws IOException {
        assertThat(Files.readString(KEPT, UTF_8)).as(CURE).isEqualTo(pretty(document));
    }

    @Test
    void it_is_openapi_3_1_with_a_title_a_version_and_only_our_own_operations() {
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        for (String part : List.of("title", "version", "description"))
            assertThat(document.get("info").get(part).asString()).isNotBlank();
        assertThat(operations).isNotEmpty().allMatch(one -> one.name.contains(" /api/v1/"));
    }

    @Test
    void every_operation_has_a_name_of_its_own_that_begins_with_a_verb_and_a_line_that_says_what_it_does() {
        broken(one -> !one.node.path("operationId").asString("").matches("[a-z]+[A-Z][A-Za-z]+"))
                .as("Name it in src/main/resources/openapi/operations: method and address: [name, what it does]")
                .isEmpty();
        broken(one -> one.node.path("summary").asString("").isBlank()).isEmpty();
        assertThat(operations.stream().map(one -> one.node.get("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_post_takes_a_key_so_that_it_may_be_sent_again() {
        broken(one -> one.method.equals("post") && !takes(one, "IdempotencyKey"))
                .isEmpty();
    }

    @Test
    void every_operation_says_how_it_refuses_and_whether_it_asks_for_a_session() {
        broken(one -> !one.node
                        .path("responses")
                        .path("default")
                        .path("$ref")
                        .asString("")
                        .equals("#/components/responses/Problem"))
                .isEmpty();
        broken(one -> !one.node.has("security")).isEmpty();
        broken(one -> one.name.contains("/api/v1/cases")
                        && one.node.get("security").isEmpty())
                .isEmpty();
        broken(one -> one.name.contains("/public/") && !one.node.get("security").isEmpty())
                .isEmpty();
    }

    @Test
    void every_change_that_needs_a_session_says_that_it_serves_our_own_pages() {
        broken(one -> !one.method.equals("get") && !one.node.get("security").isEmpty() && !takes(one, "OwnPage"))
                .isEmpty();
    }

    @Test
    void what_is_done_is_described_by_its_status_and_shape() {
        broken(one -> one.node.get("responses").propertyNames().stream().noneMatch(status -> status.startsWith("2")))
                .isEmpty();
        broken(one -> !one.node.get("responses").has("204")
                        && one.node.get("responses").findValues("content").isEmpty())
                .isEmpty();
    }

    @Test
    void no_schema_is_empty_and_every_reference_leads_somewhere() {
        List<String> empty = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        walk("", document, (place, node) -> {
            String reference = node.path("$ref").asString("");
            if (!reference.isEmpty() && document.at(reference.substring(1)).isMissingNode()) lost.add(place);
            boolean isObject = node.path("type").asString("").equals("object");
            boolean says = node.has("properties") || node.has("additionalProperties");
            boolean isSchema = place.matches(".*/(schema|items|properties/[^/]+|schemas/[^/]+)");
            if ((isObject && !says) || (isSchema && node.isObject() && node.isEmpty())) empty.add(place);
        });
        assertThat(empty).isEmpty();
        assertThat(lost).isEmpty();
    }

    @Test
    void what_a_record_always_has_is_required_and_what_may_be_missing_is_not() {
        JsonNode line = document.at("/components/schemas/CaseLine");
        assertThat(names(line.get("required"))).contains("id", "state", "place").doesNotContain("lead", "clock");
        assertThat(names(document.at("/components/schemas/NoticeView/required")))
                .doesNotContain("case");
        assertThat(names(line.at("/properties/state/enum"))).contains("return-asked");
    }

    @Test
    void a_step_in_a_case_is_one_of_the_known_facts() {
        JsonNode effect = document.at("/components/schemas/Effect");
        assertThat(effect.get("oneOf")).isNotEmpty();
        assertThat(effect.at("/discriminator/mapping/clock-started").asString()).endsWith("/ClockStarted");
        assertThat(document.at("/components/schemas/ClockStarted/properties/fact/const")
                        .asString())
                .isEqualTo("clock-started");
    }

    private static org.assertj.core.api.ListAssert<String> broken(Predicate<Operation> rule) {
        return assertThat(operations.stream().filter(rule).map(Operation::name).toList());
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.node.path("parameters").findValuesAsString("$ref").stream()
                .anyMatch(reference -> reference.endsWith("/" + parameter));
    }

    private static TreeSet<String> names(JsonNode list) {
        TreeSet<String> names = new TreeSet<>();
        list.forEach(one -> names.add(one.asString()));
        return names;
    }

    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visit) {
        visit.accept(place, node);
        node.forEachEntry((name, inner) -> walk(place + "/" + name, inner, visit));
        if (node.isArray()) node.forEach(inner -> walk(place, inner, visit));
    }

    private static String pretty(JsonNode node) {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
