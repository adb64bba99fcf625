package org.yiwang.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import tools.jackson.databind.JsonNode;

@Tag("database")
class RegistryWebTest {
    private static final String SHOPS = "/api/v1/registers/shop";

    private static RunningProduct product;
    private static HttpVisitor operator;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        PackageFiles.publish(product.bean(Registers.class));
        operator = product.signedIn("operator");
    }

    @Test
    void an_entry_is_changed_only_by_who_has_seen_its_last_version() {
        String path = add("W-1", Map.of()).header("Location");
        Answer read = operator.get(path);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(operator.put(path, body("W-1", "新名", Map.of())).get("code")).isEqualTo("registry.version-missing");
        Answer changed = operator.with("If-Match", "\"1\"").put(path, body("W-1", "新名", Map.of()));
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        Answer late = operator.with("If-Match", "\"1\"").put(path, body("W-1", "晚了", Map.of()));
        assertThat(late.status()).isEqualTo(412);
        assertThat(operator.get(path + "/history")
                        .json()
                        .at("/items/1/entry/label")
                        .asString())
                .isEqualTo("商铺W-1");
    }

    @Test
    void a_telephone_is_shown_masked_and_in_full_for_a_purpose_that_goes_on_record() {
        String path = add("W-2", Map.of("phone", "13812345678")).header("Location");
        assertThat(operator.get(path).json().at("/data/phone").asString()).isEqualTo("138****5678");
        assertThat(operator.get(path + "/history").text()).doesNotContain("13812345678");
        assertThat(operator.post(path + "/reveal", Map.of("field", "phone")).get("code"))
                .isEqualTo("registry.unknown-purpose");
        Answer open = operator.post(path + "/reveal", Map.of("field", "phone", "purpose", "contact"));
        assertThat(open.get("value")).isEqualTo("13812345678");
        assertThat(open.header("Cache-Control")).contains("no-store");
    }

    @Test
    void what_is_wrong_with_an_entry_is_told_with_every_field_at_fault() {
        Answer answer = operator.post(
                SHOPS + "/entries", Map.of("data", Map.of("number", "W-3", "industry", "space", "area", -1)));
        assertThat(answer.status()).isEqualTo(422);
        JsonNode faults = answer.json().get("fields");
        assertThat(faults).extracting(node -> node.path("field").asString()).contains("name", "industry", "area");
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.path("sentence").asString()).isNotBlank();
            assertThat(fault.path("remedy").asString()).isNotBlank();
        });
    }

    @Test
    void an_entry_is_looked_up_by_a_part_of_its_name_those_near_by_first() {
        add("N-1", Map.of());
        operator.post(
                SHOPS + "/entries",
                Map.of(
                        "data",
                        Map.of("number", "N-2", "name", "商铺N-2", "industry", "retail"),
                        "lon",
                        121.5402,
                        "lat",
                        31.2718));
        Answer near = operator.get(SHOPS + "/lookup?q=%E5%95%86%E9%93%BAN&lon=121.5402&lat=31.2718");
        assertThat(near.json().get("items"))
                .extracting(item -> item.get("key").asString())
                .startsWith("N-2", "N-1");
        assertThat(near.json().at("/items/0/metres").asInt()).isZero();
        assertThat(near.json().at("/items/1/metres").asInt()).isBetween(20, 60);
        assertThat(operator.get(SHOPS + "/lookup?key=N-1")
                        .json()
                        .at("/items/0/label")
                        .asString())
                .isEqualTo("商铺N-1");
        assertThat(operator.get(SHOPS + "/lookup?key=N").json().get("items")).isEmpty();
    }

    @Test
    void nobody_finds_by_look_up_what_lies_out_of_sight() {
        String committee = operator.get(add("N-3", Map.of()).header("Location"))
                .json()
                .at("/site/committee")
                .asString();
        String elsewhere = committee.equals("c01") ? "committee-c02" : "committee-c01";
        assertThat(product.signedIn(elsewhere)
                        .get(SHOPS + "/lookup?q=N-3")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(product.signedIn(elsewhere)
                        .get("/api/v1/registers/secret/lookup?q=N")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_sheet_goes_from_upload_to_undo() throws IOException {
        byte[] sheet = Files.readAllBytes(Sheets.of(
                List.of("商铺编号", "店名", "行业", "联系电话", "经度", "纬度"),
                Arrays.asList("W-10", "甲", "餐饮", "13912345678", 121.5399, 31.2716),
                Arrays.asList("W-11", "乙", "航天", "13912345679", 121.5399, 31.2716)));
        Answer preview = operator.upload(SHOPS + "/imports", "shops.xlsx", sheet);
        assertThat(preview.status()).isEqualTo(201);
        String path = SHOPS + "/imports/" + preview.get("id");
        assertThat(preview.json().at("/counts/rejected").asInt()).isEqualTo(1);
        Answer rejected = operator.get(path + "/rows?act=reject");
        assertThat(rejected.json().at("/items/0/faults/0/sentence").asString()).contains("航天");
        Answer marked = operator.get(path + "/faults.xlsx");
        assertThat(marked.header("Content-Disposition")).contains("shop-faults-");
        assertThat(operator.post(path + "/apply", Map.of()).get("state")).isEqualTo("applied");
        assertThat(operator.get(SHOPS + "/entries?q=W-10").json().get("total").asInt())
                .isEqualTo(1);
        assertThat(operator.get(SHOPS + "/export.xlsx?q=W-10").status()).isEqualTo(200);
        assertThat(operator.post(path + "/undo", Map.of()).get("state")).isEqualTo("undone");
        assertThat(operator.get(SHOPS + "/entries?q=W-10").json().get("total").asInt())
                .isZero();
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_with_a_remedy() {
        Answer answer = operator.upload(
                SHOPS + "/imports", "shops.xlsx", "店名,行业\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.get("code")).isEqualTo("registry.no-workbook");
        assertThat(answer.get("remedy")).contains(".xlsx");
    }

    @Test
    void the_template_explains_its_columns_and_comes_back_as_a_sheet_without_rows() {
        Answer template = operator.get(SHOPS + "/template.xlsx");
        assertThat(template.status()).isEqualTo(200);
        assertThat(template.header("Content-Type")).contains("spreadsheetml");
    }

    @Test
    void who_may_not_read_a_register_does_not_learn_of_it() {
        assertThat(product.visitor().get(SHOPS).status()).isEqualTo(401);
        assertThat(operator.get("/api/v1/registers/secret").get("code")).isEqualTo("registry.no-register");
        HttpVisitor handler = product.signedIn("handler-chengguan");
        assertThat(handler.get(SHOPS).json().get("mayWrite").asBoolean()).isFalse();
        assertThat(handler.get(SHOPS + "/imports").status()).isEqualTo(403);
    }

    @Test
    void the_list_of_registers_has_a_score_for_each() {
        add("W-4", Map.of());
        Answer list = operator.get("/api/v1/registers");
        var shop = list.json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString("").equals("shop"))
                .findFirst()
                .orElseThrow();
        assertThat(shop.at("/score/points").asInt()).isPositive();
        Answer todo = operator.get(SHOPS + "/quality/complete");
        assertThat(todo.json().at("/items/0/why").asString()).isEqualTo("incomplete");
    }

    private static Answer add(String number, Map<String, Object> more) {
        Answer answer = operator.post(SHOPS + "/entries", body(number, "商铺" + number, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static Map<String, Object> body(String number, String name, Map<String, Object> more) {
        Map<String, Object> data = new java.util.HashMap<>(more);
        data.putAll(Map.of("number", number, "name", name, "industry", "retail"));
        return Map.of("data", data, "lon", 121.5399, "lat", 31.2716);
    }
}
