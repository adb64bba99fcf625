package org.yiwang.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.yiwang.RunningDemo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2 as another city's software would use it, on the running product. */
@Tag("database")
class GeoReportTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.loaded();
    }

    @Test
    void services_are_the_categories_that_residents_may_choose_in_both_formats() throws Exception {
        JsonNode services = json(get("/services.json"));
        assertThat(services.findValuesAsString("service_code"))
                .contains("E0404", "E0501")
                .doesNotContain("H0101");
        Document xml = xml(get("/services.xml"));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("services");
        assertThat(xml.getElementsByTagName("service").getLength()).isEqualTo(services.size());
    }

    @Test
    void a_definition_tells_what_has_to_be_answered() throws Exception {
        JsonNode definition = json(get("/services/E0404.json"));
        JsonNode depth = definition.get("attributes").get(0);
        assertThat(depth.get("code").asString()).isEqualTo("centimetres");
        assertThat(depth.get("datatype").asString()).isEqualTo("number");
        assertThat(depth.get("required").asBoolean()).isTrue();
        Document xml = xml(get("/services/E0404.xml"));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("service_definition");
        assertThat(xml.getElementsByTagName("attribute").getLength())
                .isEqualTo(definition.get("attributes").size());
    }

    @Test
    void a_request_becomes_a_case_and_can_be_followed() throws Exception {
        HttpResponse<String> answer = post("/requests.json", flood());
        assertThat(answer.statusCode()).isEqualTo(201);
        String id = json(answer).get(0).get("service_request_id").asString();
        assertThat(id).matches("DQ\\d{8}-O-\\d{4}");
        JsonNode followed = json(get("/requests/" + id + ".json")).get(0);
        assertThat(followed.get("status").asString()).isEqualTo("open");
        assertThat(followed.get("service_code").asString()).isEqualTo("E0404");
        assertThat(followed.get("description").asString()).isEqualTo("水已漫到台阶");
        assertThat(followed.get("expected_datetime").asString()).isNotEmpty();
        assertThat(answer.body() + followed).doesNotContain("13900001111").doesNotContain("王");
        assertThat(json(get("/tokens/" + id + ".json"))
                        .get(0)
                        .get("service_request_id")
                        .asString())
                .isEqualTo(id);
        assertThat(json(get("/requests.json?status=open&service_code=E0404")).findValuesAsString("service_request_id"))
                .contains(id);
        assertThat(json(get("/requests.json?status=closed")).findValuesAsString("service_request_id"))
                .doesNotContain(id);
        assertThat(xml(get("/requests.xml?service_request_id=" + id))
                        .getElementsByTagName("request")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void attributes_become_answers_and_a_picture_elsewhere_a_link_of_the_report() throws Exception {
        Map<String, String> form = with("media_url", "https://pictures.example/flood.jpg?size=large");
        form.put("service_code", "E0118");
        form.remove("attribute[centimetres]");
        form.remove("attribute[cars]");
        form.put("attribute[things][]", "sofa");
        HttpResponse<String> taken = post("/requests.json", form);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String id = json(taken).get(0).get("service_request_id").asString();
        var row = JdbcClient.create(demo.database().dataSource())
                .sql("""
                     select c.description, c.notes ->> 'answers' as answers, r.words, r.link
                     from casework.cases c join casework.case_report r on r.case_id = c.id where c.number = ?
                     """)
                .param(id)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("description", "水已漫到台阶")
                .containsEntry("words", "水已漫到台阶")
                .containsEntry("link", "https://pictures.example/flood.jpg?size=large");
        JsonNode answers = new JsonMapper().readTree(String.valueOf(row.get("answers")));
        assertThat(answers.get("category").asString()).isEqualTo("E0118");
        assertThat(answers.get("given").get(0).get("values").get(0).asString()).isEqualTo("sofa");
        assertThat(json(get("/requests/" + id + ".json")).toString()).doesNotContain("pictures.example");
    }

    @Test
    void what_did_not_come_in_by_this_door_is_not_shown_at_it() throws Exception {
        String other = JdbcClient.create(demo.database().dataSource())
                .sql("select number from casework.cases where channel = 'resident' limit 1")
                .query(String.class)
                .single();
        assertThat(get("/requests/" + other + ".json").statusCode()).isEqualTo(404);
    }

    @Test
    void wrong_requests_are_refused_with_a_reason_and_leave_nothing() throws Exception {
        long before = cases();
        assertThat(refused(403, without("api_key"))).contains("api_key");
        assertThat(refused(400, without("service_code"))).contains("service_code");
        assertThat(refused(404, with("service_code", "X9"))).contains("X9");
        assertThat(refused(400, without("description"))).contains("description");
        assertThat(refused(400, without("lat"))).contains("lat");
        assertThat(refused(400, with("lat", "north"))).contains("lat");
        assertThat(refused(400, with("lat", "48.85"))).isNotBlank();
        assertThat(refused(400, without("attribute[centimetres]"))).contains("centimetres");
        assertThat(refused(400, with("attribute[centimetres]", "knee-deep"))).contains("knee-deep");
        assertThat(refused(400, with("attribute[cars]", "maybe"))).contains("maybe");
        assertThat(refused(400, with("attribute[colour]", "blue"))).contains("attribute[colour]");
        assertThat(refused(400, with("media_url", "file:///etc/passwd"))).contains("media_url");
        assertThat(refused(400, with("media_url", "javascript:alert(1)"))).contains("media_url");
        assertThat(refused(400, with("media_url", "http:nowhere"))).contains("media_url");
        assertThat(refused(404, with("jurisdiction_id", "paris"))).contains("paris");
        assertThat(cases()).isEqualTo(before);
        assertThat(get("/requests.json?start_date=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/requests.json?start_date=2021-01-01T00:00:00Z&end_date=2021-12-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/requests.json?status=lost").statusCode()).isEqualTo(400);
        Document xml = xml(get("/requests/DQ20210101-O-9999.xml"));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("errors");
        assertThat(xml.getElementsByTagName("code").item(0).getTextContent()).isEqualTo("404");
    }

    private static Map<String, String> flood() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", demo.open311Key());
        form.put("service_code", "E0404");
        form.put("lat", "31.27301");
        form.put("long", "121.54843");
        form.put("description", "水已漫到台阶");
        form.put("attribute[centimetres]", "30");
        form.put("attribute[cars]", "no");
        form.put("last_name", "王");
        form.put("phone", "13900001111");
        return form;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> form = flood();
        form.remove(name);
        return form;
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> form = flood();
        form.put(name, value);
        return form;
    }

    private static String refused(int status, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = post("/requests.json", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = json(answer).get(0);
        assertThat(error.get("code").asInt()).isEqualTo(status);
        return error.get("description").asString();
    }

    private static long cases() {
        return JdbcClient.create(demo.database().dataSource())
                .sql("select count(*) from casework.cases where channel = 'open311' and description like '%knee-deep%'")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static HttpResponse<String> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        return HTTP.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(demo.address() + "/open311/v2" + path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static Document xml(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
    }
}
