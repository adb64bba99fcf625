package org.yiwang.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yiwang.TestDatabase;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerritoryControllerTest {
    private MockMvc mvc;

    @BeforeAll
    void open() throws Exception {
        TerritoryStore store =
                new TerritoryStore(JdbcClient.create(TestDatabase.fresh().dataSource()));
        Territories territories = new Territories(store, 310110018);
        TerritoryImport imports = new TerritoryImport(
                store,
                territories,
                event -> territories.changed((TerritoryChanged) event),
                Clock.fixed(Instant.parse("2021-01-01T00:00:00Z"), ZoneOffset.UTC));
        imports.importFolder(Daqiao.FOLDER);
        mvc = MockMvcBuilders.standaloneSetup(new TerritoryController(
                        territories, imports, new Locate(territories), new MapAnswers(territories), new RefusalTexts()))
                .build();
    }

    @Test
    void the_map_is_sent_once_and_then_only_confirmed() throws Exception {
        MockHttpServletResponse first = mvc.perform(get("/api/v1/territory/map"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/geo+json"))
                .andReturn()
                .getResponse();
        assertThat(json(first.getContentAsByteArray()).get("features")).hasSameSizeAs(Daqiao.features());
        mvc.perform(get("/api/v1/territory/map").header("If-None-Match", first.getHeader("ETag")))
                .andExpect(status().isNotModified());
    }

    @Test
    void a_client_that_can_unpack_gets_the_map_packed() throws Exception {
        MockHttpServletResponse packed = mvc.perform(
                        get("/api/v1/territory/map").header("Accept-Encoding", "gzip, br"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse();
        assertThat(packed.getContentAsByteArray().length).isLessThan(150_000);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray())).readAllBytes();
        assertThat(json(plain).get("features")).hasSameSizeAs(Daqiao.features());
    }

    @Test
    void the_public_map_shows_no_cells() throws Exception {
        byte[] map =
                mvc.perform(get("/api/v1/public/map")).andReturn().getResponse().getContentAsByteArray();
        assertThat(json(map).get("features"))
                .isNotEmpty()
                .noneMatch(feature -> feature.at("/properties/layer").asString().equals("cell"));
    }

    @Test
    void layers_can_be_chosen() throws Exception {
        byte[] map = mvc.perform(get("/api/v1/territory/map?layers=river,committee"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(json(map).get("features")).hasSize(23);
    }

    @Test
    void a_point_in_gcj02_is_located_as_the_same_point_in_wgs84() throws Exception {
        LonLat here = Territory.middle(Daqiao.TERRITORY.of(Layer.ESTATE).getFirst());
        LonLat gcj = Datum.GCJ02.fromWgs84(here);
        mvc.perform(get("/api/v1/public/locate?datum=gcj02&lon={x}&lat={y}", gcj.lon(), gcj.lat()))
                .andExpect(jsonPath("$.inside").value(true))
                .andExpect(jsonPath("$.lon").value(here.lon()))
                .andExpect(jsonPath("$.lat").value(here.lat()))
                .andExpect(jsonPath("$.committee").value("c08"))
                .andExpect(jsonPath("$.area").value("area-2"))
                .andExpect(jsonPath("$.address").isNotEmpty());
    }

    @Test
    void a_point_outside_is_answered_as_such() throws Exception {
        mvc.perform(get("/api/v1/territory/locate?lon=121.5&lat=31.2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inside").value(false));
    }

    @Test
    void places_are_found_by_name() throws Exception {
        mvc.perform(get("/api/v1/territory/places").param("q", "杨家宅2号楼"))
                .andExpect(jsonPath("$.items[0].kind").value("building"))
                .andExpect(jsonPath("$.items[0].committee").value("c16"));
    }

    @Test
    void a_faulty_import_is_refused_with_the_words_for_each_feature() throws IOException {
        byte[] swapped = "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
                .formatted(MapFileTest.feature("31011001800101", "Polygon", "[[[31.2,121.5]]]"))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String remedy = new RefusalTexts()
                .words(Refusal.conflict("territory.swapped-axes"), Locale.CHINA)
                .remedy();
        assertThatThrownBy(() -> mvc.perform(put("/api/v1/territory/cells")
                        .contentType("application/geo+json")
                        .content(swapped)
                        .locale(Locale.CHINA)))
                .cause()
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("territory.import-refused");
                    assertThat(refused.members())
                            .containsEntry("accepted", 0)
                            .containsEntry(
                                    "errors",
                                    List.of(new ImportReport.Fault(
                                            "31011001800101",
                                            "territory.swapped-axes",
                                            "经度和纬度写反了（31.2, 121.5）",
                                            remedy)));
                });
    }

    @Test
    void exported_cells_can_be_put_back() throws Exception {
        byte[] cells = mvc.perform(get("/api/v1/territory/cells"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(put("/api/v1/territory/cells")
                        .contentType("application/json")
                        .content(cells))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(Daqiao.TERRITORY.cells().size()))
                .andExpect(jsonPath("$.errors").isEmpty());
    }

    private static JsonNode json(byte[] bytes) {
        return new JsonMapper().readTree(bytes);
    }
}
