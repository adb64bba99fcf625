package org.yiwang.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.grids.intake.HandedIn;
import org.yiwang.organisation.Duty;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One story over HTTP: two departments hand in, a conflict is decided, tables follow one another, and one comes back. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DutyTableTest {
    private static final String GRIDS = "/api/v1/grids";
    private static final String CITY = GRIDS + "/departments/city/grid";
    private static RunningProduct product;
    private static HttpVisitor supervisor;
    private static List<MapFeature> committees;
    private static LocalDate today;
    /** A cell of the first committee. */
    private static String cell;

    @BeforeAll
    static void start() {
        product = RunningProduct.start();
        supervisor = product.signedIn("supervisor");
        committees = product.bean(Territories.class).own().of(Layer.COMMITTEE);
        today = LocalDate.ofInstant(product.now(), Duty.ZONE);
        cell = product.bean(Territories.class).own().cells().stream()
                .filter(one -> one.committee().equals(committees.getFirst().unit()))
                .findFirst()
                .orElseThrow()
                .code();
        department(
                "city",
                1,
                "chengguan",
                List.of(Map.of("name", "跨门营业", "nameEn", "Stalls", "categories", List.of("E0501"))));
        department("market", 2, "shichang", List.of(Map.of("name", "无照经营", "categories", List.of("E05"))));
    }

    @Test
    @Order(1)
    void a_faulty_file_is_refused_with_every_fault_and_changes_nothing() {
        JsonNode faulty = tree(file(Map.of(0, "", 1, "chief")));
        Answer refused = supervisor.put(CITY, faulty);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.get("code")).isEqualTo("grids.refused");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("grids.no-holder");
        assertThat(refused.json().at("/errors/0/remedy").asString()).isNotBlank();
        assertThat(supervisor.get(CITY).json().get("features")).isEmpty();
    }

    @Test
    @Order(2)
    void to_look_at_a_file_says_what_it_would_touch_and_keeps_nothing() {
        Answer looked = supervisor.put(CITY + "?look=true", tree(all("handler-chengguan")));
        assertThat(looked.status()).as(looked.text()).isEqualTo(200);
        assertThat(looked.json().get("touches").size())
                .isEqualTo(product.bean(Territories.class).own().cells().size());
        assertThat(supervisor.get(CITY).json().get("features")).isEmpty();
    }

    @Test
    @Order(3)
    void a_sound_file_becomes_the_department_s_grid_and_goes_out_as_it_came_in() {
        JsonNode given = tree(all("handler-chengguan"));
        assertThat(supervisor
                        .put(CITY + "?note=first", given)
                        .json()
                        .get("edition")
                        .asInt())
                .isEqualTo(1);
        JsonNode exported = supervisor.get(CITY).json();
        assertThat(exported.get("features")).hasSize(committees.size());
        assertThat(exported.at("/features/0/properties/holder").asString()).isEqualTo("handler-chengguan");
        Answer again = supervisor.put(CITY + "?look=true", exported);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(audit("grids/city")).contains("grid-taken-in");
    }

    @Test
    @Order(4)
    void the_draft_names_gaps_and_is_published_as_seen_or_not_at_all() {
        assertThat(supervisor
                        .put(GRIDS + "/departments/market/grid", tree(file(Map.of(0, "handler-shichang"))))
                        .status())
                .isEqualTo(200);
        JsonNode draft = supervisor.get(GRIDS + "/merge").json();
        assertThat(draft.get("open").asInt()).isZero();
        assertThat(draft.get("gaps").asInt()).isPositive();
        assertThat(supervisor
                        .post(GRIDS + "/tables", Map.of("note", "一", "tag", "stale"))
                        .get("code"))
                .isEqualTo("grids.moved-on");
        Answer published = supervisor.post(
                GRIDS + "/tables", Map.of("note", "一", "tag", draft.get("tag").asString()));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(supervisor.get(GRIDS + "/merge").json().get("touches")).isEmpty();
    }

    @Test
    @Order(5)
    void the_duties_of_a_cell_begin_with_who_answers_for_the_matter() {
        JsonNode stalls = duties("E0501", today);
        assertThat(stalls.get("items").findValuesAsString("department")).containsExactly("city", "market");
        assertThat(stalls.at("/items/0/leads").asBoolean()).isTrue();
        assertThat(stalls.at("/items/0/holder").asString()).isEqualTo("梁国庆");
        assertThat(stalls.get("leader").asString()).isEqualTo("沈子涵");
        JsonNode hawkers = duties("E0502", today);
        assertThat(hawkers.get("items").findValuesAsString("department")).containsExactly("market", "city");
        assertThat(hawkers.at("/items/1/answers").asBoolean()).isFalse();
        JsonNode route =
                supervisor.get(GRIDS + "/route?category=E0502&cell=" + cell).json();
        assertThat(route.get("before")).hasSize(1);
    }

    @Test
    @Order(6)
    void a_later_grid_shows_what_it_touches_and_a_conflict_holds_up_publication_until_it_is_decided() {
        LocalDate later = today.plusDays(30);
        Answer taken = supervisor.put(CITY + "?from=" + later, tree(halved()));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        JsonNode draft = supervisor.get(GRIDS + "/merge?day=" + later).json();
        int open = draft.get("open").asInt();
        assertThat(open).isPositive();
        assertThat(draft.get("touches").size()).isGreaterThanOrEqualTo(open);
        assertThat(supervisor.get(GRIDS + "/merge").json().get("open").asInt()).isZero();
        Answer early = supervisor.post(GRIDS + "/tables", Map.of("from", later, "note", "二"));
        assertThat(early.get("code")).isEqualTo("grids.undecided");
        for (JsonNode point : draft.get("points")) if (point.get("open").asBoolean()) decide(point, later);
        Answer published = supervisor.post(GRIDS + "/tables", Map.of("from", later, "note", "二"));
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(audit("grids/city")).contains("cell-decided");
    }

    private static void decide(JsonNode point, LocalDate day) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "cell",
                point.get("cell").asString(),
                "department",
                "city",
                "grid",
                "C-EAST",
                "day",
                day,
                "reason",
                ""));
        assertThat(supervisor.post(GRIDS + "/decisions", wanted).get("code")).isEqualTo("grids.no-reason");
        wanted.put("reason", "出入口在东侧");
        wanted.put("grid", "C-99");
        assertThat(supervisor.post(GRIDS + "/decisions", wanted).get("code")).isEqualTo("grids.no-grid");
        wanted.put("grid", "C-EAST");
        assertThat(supervisor.post(GRIDS + "/decisions", wanted).status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void each_day_has_the_table_that_held_on_it() {
        assertThat(duties("E0501", today.minusDays(1)).has("table")).isFalse();
        assertThat(duties("E0501", today).get("table").asInt()).isEqualTo(1);
        assertThat(duties("E0501", today.plusDays(29)).at("/items/0/grid").asString())
                .startsWith("C-");
        JsonNode later = duties("E0501", today.plusDays(30));
        assertThat(later.get("table").asInt()).isEqualTo(2);
        assertThat(later.at("/items/0/grid").asString()).isIn("C-EAST", "C-WEST");
    }

    @Test
    @Order(8)
    void a_former_table_comes_back_with_a_reason_and_the_past_stays_as_it_was() {
        LocalDate back = today.plusDays(40);
        assertThat(supervisor
                        .post(GRIDS + "/tables/1/restore", Map.of("from", back))
                        .get("code"))
                .isEqualTo("grids.no-reason");
        Answer restored = supervisor.post(GRIDS + "/tables/1/restore", Map.of("from", back, "note", "新划分试行效果不好"));
        assertThat(restored.json().get("restores").asInt()).isEqualTo(1);
        assertThat(duties("E0501", back).at("/items/0/grid"))
                .isEqualTo(duties("E0501", today).at("/items/0/grid"));
        assertThat(duties("E0501", today.plusDays(35)).get("table").asInt()).isEqualTo(2);
        assertThat(supervisor
                        .post(GRIDS + "/tables/9/restore", Map.of("note", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(supervisor
                        .post(GRIDS + "/tables/1/restore", Map.of("from", today.minusDays(1), "note", "x"))
                        .get("code"))
                .isEqualTo("grids.past-day");
    }

    @Test
    @Order(9)
    void before_and_after_are_compared_by_place_and_taken_away_as_a_table() {
        JsonNode compared = supervisor
                .get(GRIDS + "/comparison?by=committee&cellsMax=30&day=" + today.plusDays(30))
                .json();
        assertThat(compared.get("places")).hasSize(committees.size());
        JsonNode all = supervisor
                .get(GRIDS + "/comparison?by=all&day=" + today.plusDays(30))
                .json()
                .at("/places/0");
        assertThat(all.at("/before/divided").asInt()).isPositive();
        assertThat(all.at("/after/divided").asInt()).isZero();
        assertThat(compared.get("heavy")).isNotEmpty();
        assertThat(compared.at("/twice/0/cells").asInt()).isPositive();
        Answer table = supervisor.get(GRIDS + "/comparison.csv");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text().lines()).hasSize(committees.size() + 1);
        assertThat(supervisor.get(GRIDS + "/comparison?by=moon").get("code")).isEqualTo("grids.unknown-place");
    }

    @Test
    @Order(9)
    void the_whole_table_is_read_at_once_or_one_committee_of_it() {
        String committee = committees.getFirst().unit();
        JsonNode part =
                supervisor.get(GRIDS + "/lines?committee=" + committee).json().get("items");
        assertThat(part.findValuesAsString("cell")).contains(cell);
        assertThat(part.findValuesAsString("holder")).contains("梁国庆");
        JsonNode all = supervisor.get(GRIDS + "/lines").json().get("items");
        assertThat(all.size())
                .isEqualTo(2 * product.bean(Territories.class).own().cells().size());
        assertThat(supervisor
                        .get(GRIDS + "/lines?day=" + today.minusDays(1))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    @Order(10)
    void who_may_not_read_or_change_is_refused() {
        HttpVisitor handler = product.signedIn("handler-chengguan");
        HttpVisitor leader = product.signedIn("grid-area-1");
        assertThat(product.visitor().get(GRIDS + "/duties?cell=" + cell).status())
                .isEqualTo(401);
        assertThat(handler.get(GRIDS + "/duties?cell=" + cell).status()).isEqualTo(403);
        assertThat(leader.get(GRIDS + "/duties?cell=" + cell).status()).isEqualTo(200);
        assertThat(leader.put(CITY, tree(all("chief"))).status()).isEqualTo(403);
        assertThat(leader.post(GRIDS + "/tables", Map.of()).status()).isEqualTo(403);
        assertThat(leader.post(GRIDS + "/decisions", Map.of("cell", cell)).status())
                .isEqualTo(403);
        assertThat(leader.post(GRIDS + "/tables/1/restore", Map.of("note", "x")).status())
                .isEqualTo(403);
        assertThat(supervisor.get(GRIDS + "/duties?cell=99").status()).isEqualTo(404);
    }

    private static JsonNode duties(String category, LocalDate day) {
        Answer answer = supervisor.get(GRIDS + "/duties?cell=%s&category=%s&day=%s".formatted(cell, category, day));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void department(String code, int rank, String unit, List<Map<String, Object>> duties) {
        Answer kept = supervisor.put(
                GRIDS + "/departments/" + code,
                Map.of("rank", rank, "name", code, "nameEn", code, "unit", unit, "duties", duties));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    }

    private static List<String> audit(String stream) {
        return product.bean(JdbcClient.class)
                .sql("select action from platform.audit where stream = ?")
                .param(stream)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static JsonNode tree(byte[] file) {
        return new JsonMapper().readTree(file);
    }

    /** Every committee a grid of its own. */
    private static byte[] all(String holder) {
        Map<Integer, String> holders = new HashMap<>();
        for (int i = 0; i < committees.size(); i++) holders.put(i, holder);
        return file(holders);
    }

    /** @param holders of the committees with these numbers; the others have no grid */
    private static byte[] file(Map<Integer, String> holders) {
        List<String> features = new ArrayList<>();
        holders.forEach((number, holder) -> features.add(HandedIn.feature(
                "C-" + number,
                "\"holder\":\"%s\"".formatted(holder),
                HandedIn.geometry(committees.get(number).geometry()))));
        return HandedIn.file(features.toArray(String[]::new));
    }

    /** The whole sub-district in two, along a meridian that divides cells. */
    private static byte[] halved() {
        var whole = product.bean(Territories.class)
                .own()
                .of(Layer.SUBDISTRICT)
                .getFirst()
                .geometry();
        var box = whole.getEnvelopeInternal();
        double middle = Math.round(box.centre().x * 1e6) / 1e6;
        return HandedIn.file(Stream.of(
                        part("C-WEST", "handler-chengguan-2", whole, box.getMinX() - 1, middle),
                        part("C-EAST", "handler-chengguan-3", whole, middle, box.getMaxX() + 1))
                .toArray(String[]::new));
    }

    private static String part(String code, String holder, Geometry whole, double west, double east) {
        var half = whole.getFactory().toGeometry(new Envelope(west, east, 0, 90));
        return HandedIn.feature(
                code, "\"holder\":\"%s\"".formatted(holder), HandedIn.geometry(whole.intersection(half)));
    }
}
