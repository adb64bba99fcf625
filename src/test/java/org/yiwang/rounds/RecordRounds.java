package org.yiwang.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.attachment.Photos;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;
import tools.jackson.databind.JsonNode;

/** A package that inspects firms, and a running product with it in force. */
final class RecordRounds {
    static final String CHECKLIST = """
            proof: {photos: 1, metres: 100}
            checklist:
              type: object
              required: [exit]
              properties:
                exit:
                  type: string
                  title: 安全出口
                  oneOf: [{const: free, title: 畅通}, {const: locked, title: 锁闭, x-opens: Z0101}]
                staff:
                  type: integer
                  title: 在岗人数
                  x-unit: 人
                  x-opens: [{code: Z0102, above: 300}, {code: Z0101, above: 100}]
            """;
    private static final Map<String, byte[]> FILES = Map.of(
            "pack.yaml",
            bytes(
                    "{id: firms, version: '1', name: 试, summary: 试, owner: centre, units: [centre, chengguan], needs: []}"),
            "registers/firm.yaml",
            bytes("""
                    name: 企业
                    key: [code]
                    label: name
                    place: point
                    fresh: {amount: 90, unit: days}
                    access: {read: [inspector, committee, supervisor, duty-chief, admin], write: [committee, duty-chief, admin]}
                    form:
                      type: object
                      required: [code, name, grade]
                      properties:
                        code: {type: string, title: 编号}
                        name: {type: string, title: 名称}
                        chief: {type: string, title: 负责人, x-personal: true}
                        grade: {type: string, title: 风险, oneOf: [{const: red, title: 红}, {const: blue, title: 蓝}]}
                    """),
            "cases/hazard.yaml",
            bytes("""
                    types:
                      - {code: Z0101, name: 一般隐患, kind: event, limits: {handle: {amount: 1, unit: days}}, reply: {amount: 1, unit: days}, lead: chengguan,
                         form: {type: object, required: [firm], properties: {firm: {type: string, title: 企业, x-register: firm}, staff: {type: integer, title: 在岗人数}}}}
                      - {code: Z0102, name: 重大隐患, kind: event, limits: {handle: {amount: 1, unit: days}}, reply: {amount: 1, unit: days}, lead: chengguan}
                    """),
            "rounds/monthly.yaml",
            bytes("name: 企业月查\nover: {register: firm}\nevery: month\n" + CHECKLIST),
            "rounds/red.yaml",
            bytes("name: 红色企业周查\nover: {register: firm, where: \"record.grade == 'red'\"}\nevery: week\n" + CHECKLIST),
            "rounds/special.yaml",
            bytes("name: 企业专项\nover: {register: firm}\ncampaign: true\n" + CHECKLIST));

    private static @org.jspecify.annotations.Nullable RecordRounds instance;

    final RunningProduct product = RunningProduct.start();
    final HttpVisitor inspector = product.signedIn("inspector-c01");
    final HttpVisitor officer = product.signedIn("committee-c01");
    final HttpVisitor admin = product.signedIn("admin");
    final HttpVisitor chief = product.signedIn("chief");

    /** One for all tests of a run: nobody may be signed in too often. */
    static synchronized RecordRounds start() {
        if (instance == null) instance = new RecordRounds();
        return instance;
    }

    private RecordRounds() {
        Answer taken = admin.upload("/api/v1/scenarios", "files", FILES);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        int version = taken.json().path("version").path("number").asInt();
        Answer published = admin.post("/api/v1/scenarios/firms/publish", Map.of("version", version));
        assertThat(published.get("code")).isIn("", "scenario.in-force-already");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    void makeLists() {
        product.bean(MakeLists.class).at(product.now());
    }

    /** Enters a firm where the inspector walks. */
    JsonNode enter(String code, String grade) {
        LonLat place = place();
        Map<String, Object> entry = Map.of(
                "data",
                Map.of("code", code, "name", "企业" + code, "grade", grade, "chief", "李四海"),
                "lon",
                place.lon(),
                "lat",
                place.lat());
        Answer entered = admin.post("/api/v1/registers/firm/entries", entry);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        return entered.json();
    }

    Tenant tenant() {
        return new Tenant(product.bean(Environment.class).getRequiredProperty("yiwang.tenant", Integer.class));
    }

    /** In a cell that the inspector walks. */
    private LonLat place() {
        Territory territory = product.bean(Territories.class).of(tenant());
        for (int i = 0; i < territory.cells().size(); i++)
            if (territory.cells().get(i).committee().equals("c01")) return territory.middleOf(i);
        throw new IllegalStateException("No cell of c01");
    }

    List<JsonNode> stops(String round) {
        Answer mine = inspector.get("/api/v1/rounds/stops?lon=121.54&lat=31.27");
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        return mine.json()
                .path("items")
                .valueStream()
                .filter(stop -> stop.path("round").asString().equals(round))
                .toList();
    }

    List<JsonNode> stopsAt(String round, String key) {
        return stops(round).stream()
                .filter(stop -> stop.path("subject").asString().equals(key))
                .toList();
    }

    JsonNode stopAt(String round, String key) {
        return stopsAt(round, key).getFirst();
    }

    Answer visit(JsonNode stop, Map<String, ?> answers) {
        Map<String, Object> body = Map.of(
                "answers",
                answers,
                "photos",
                List.of(photo()),
                "position",
                Map.of(
                        "lon",
                        stop.path("lon").asDouble(),
                        "lat",
                        stop.path("lat").asDouble(),
                        "accuracy",
                        10));
        return inspector.post("/api/v1/rounds/stops/" + stop.path("id").asString() + "/visit", body);
    }

    private String photo() {
        try {
            return inspector
                    .upload("/api/v1/attachments", "round.jpg", Photos.jpeg(640, 480))
                    .get("id");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
