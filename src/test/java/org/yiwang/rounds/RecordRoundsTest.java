package org.yiwang.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import tools.jackson.databind.JsonNode;

@Tag("database")
class RecordRoundsTest {
    private static final String ROUND = "firms/monthly";
    private final RecordRounds town = RecordRounds.start();

    @BeforeEach
    void lists() {
        town.makeLists();
    }

    @Test
    void every_record_gets_its_stop_when_it_is_entered_and_only_one_within_the_period() {
        town.enter("A-1", "red");
        town.makeLists();
        town.makeLists();
        assertThat(town.stopsAt(ROUND, "A-1")).singleElement().satisfies(stop -> {
            assertThat(stop.path("register").asString()).isEqualTo("firm");
            assertThat(stop.path("subject").asString()).isEqualTo("A-1");
            assertThat(stop.path("label").asString()).isEqualTo("企业A-1");
        });
    }

    @Test
    void a_record_that_has_ended_need_not_be_looked_at_and_one_that_comes_back_is_again() {
        JsonNode entry = town.enter("A-2", "red");
        town.makeLists();
        Answer retired = town.admin
                .with("If-Match", "\"1\"")
                .post("/api/v1/registers/firm/entries/" + entry.path("id").asString() + "/retire", Map.of());
        assertThat(retired.status()).as(retired.text()).isEqualTo(200);
        town.makeLists();
        assertThat(town.stopsAt(ROUND, "A-2")).isEmpty();
        town.admin
                .with("If-Match", "\"2\"")
                .post("/api/v1/registers/firm/entries/" + entry.path("id").asString() + "/restore", Map.of());
        town.makeLists();
        assertThat(town.stopsAt(ROUND, "A-2")).hasSize(1);
    }

    @Test
    void a_rule_decides_which_records_a_round_goes_over() {
        town.enter("A-7", "red");
        town.enter("A-8", "blue");
        town.makeLists();
        assertThat(town.stopsAt("firms/red", "A-7")).hasSize(1);
        assertThat(town.stopsAt("firms/red", "A-8")).isEmpty();
    }

    @Test
    void a_finding_opens_an_inspection_case_about_the_record() {
        town.enter("A-3", "red");
        town.makeLists();
        Answer visited = town.visit(town.stopAt(ROUND, "A-3"), Map.of("exit", "locked", "staff", 40));
        assertThat(visited.status()).as(visited.text()).isEqualTo(200);
        JsonNode made = visited.json().path("stop").path("made");
        assertThat(made.path("proven").asBoolean()).isTrue();
        JsonNode opened = opened(made, 0);
        assertThat(opened.path("category").asString()).isEqualTo("Z0101");
        assertThat(opened.path("channel").asString()).isEqualTo("inspection");
        assertThat(opened.path("number").asString()).contains("-J-");
        assertThat(opened.toString()).contains("A-3");
    }

    @Test
    void a_number_beyond_its_limit_opens_the_case_of_the_first_band_that_holds() {
        town.enter("A-4", "blue");
        town.makeLists();
        JsonNode made = town.visit(town.stopAt(ROUND, "A-4"), Map.of("exit", "free", "staff", 301))
                .json()
                .path("stop")
                .path("made");
        assertThat(made.path("failed").asBoolean()).isTrue();
        assertThat(made.path("cases")).hasSize(1);
        assertThat(opened(made, 0).path("category").asString()).isEqualTo("Z0102");
        assertThat(opened(made, 0).path("description").asString()).contains("在岗人数：301 人，高于 300 人");
    }

    @Test
    void a_number_at_its_limit_opens_nothing() {
        town.enter("A-5", "blue");
        town.makeLists();
        JsonNode made = town.visit(town.stopAt(ROUND, "A-5"), Map.of("exit", "free", "staff", 100))
                .json()
                .path("stop")
                .path("made");
        assertThat(made.path("failed").asBoolean()).isFalse();
        assertThat(made.path("cases")).isEmpty();
    }

    @Test
    void other_modules_read_entries_without_what_is_personal() {
        town.enter("A-6", "red");
        Entries entries = town.product.bean(Entries.class);
        Tenant tenant = town.tenant();
        EntryFacts found = entries.find(tenant, "firm", "A-6").orElseThrow();
        assertThat(found.data().propertyNames()).isEqualTo(Set.of("code", "name", "grade"));
        assertThat(found.label()).isEqualTo("企业A-6");
        assertThat(found.committee()).isEqualTo("c01");
        assertThat(entries.all(tenant, "firm")).extracting(EntryFacts::key).contains("A-6");
        assertThat(entries.all(tenant, "nothing")).isEmpty();
    }

    private JsonNode opened(JsonNode made, int n) {
        return town.admin
                .get("/api/v1/cases/" + made.path("cases").get(n).asString())
                .json();
    }
}
