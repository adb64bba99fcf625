package org.yiwang.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.yiwang.TestDatabase;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** Import, export and the copies in memory, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerritoryImportTest {
    @EnableTransactionManagement
    static class Setup {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Territories territories;
    private TerritoryImport imports;
    private JdbcClient sql;

    @BeforeAll
    void open() throws Exception {
        DataSource database = TestDatabase.fresh().dataSource();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("yiwang.tenant", "310110018")));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2021-01-01T00:00:00Z"), ZoneOffset.UTC));
        context.register(Setup.class, TerritoryStore.class, Territories.class, TerritoryImport.class, Locate.class);
        context.refresh();
        territories = context.getBean(Territories.class);
        imports = context.getBean(TerritoryImport.class);
        sql = context.getBean(JdbcClient.class);
        imports.importFolder(Daqiao.FOLDER);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void the_folder_s_map_is_in_memory_as_soon_as_it_is_imported() {
        assertThat(territories.own().cells()).hasSameSizeAs(Daqiao.TERRITORY.cells());
        assertThat(territories.own().edition()).isPositive();
    }

    @Test
    void what_is_stored_is_what_was_imported() {
        Territory read = territories.own();
        for (Layer layer : Layer.values())
            assertThat(MapAnswer.geoJson(read.of(layer)))
                    .isEqualTo(MapAnswer.geoJson(Daqiao.TERRITORY.of(layer).stream()
                            .sorted(java.util.Comparator.comparing(MapFeature::code))
                            .toList()));
    }

    @Test
    void exported_cells_can_be_imported_again_and_give_the_same() {
        byte[] exported = MapAnswer.geoJson(territories.own().of(Layer.CELL));
        ImportAnswer answer = imports.importLayer(Daqiao.TENANT, Layer.CELL, exported, Datum.WGS84);
        assertThat(answer.faults()).isEmpty();
        assertThat(answer.accepted()).isEqualTo(Daqiao.TERRITORY.cells().size());
        assertThat(MapAnswer.geoJson(territories.own().of(Layer.CELL))).isEqualTo(exported);
    }

    @Test
    void with_one_fault_nothing_changes() {
        long edition = territories.own().edition();
        String cells = new String(Daqiao.file("cells.geojson"), UTF_8);
        byte[] bad = cells.replaceFirst("\"committee\":\"c01\"", "\"committee\":\"c77\"")
                .getBytes(UTF_8);
        ImportAnswer answer = imports.importLayer(Daqiao.TENANT, Layer.CELL, bad, Datum.WGS84);
        assertThat(answer.accepted()).isZero();
        assertThat(answer.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.refusal().code()).isEqualTo("territory.unknown-committee"));
        assertThat(context.getBean(TerritoryStore.class).edition(Daqiao.TENANT)).isEqualTo(edition);
        assertThat(territories.own().cells()).hasSameSizeAs(Daqiao.TERRITORY.cells());
    }

    @Test
    void a_folder_with_a_fault_is_refused_with_the_feature_s_name(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("roads.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"layer\":\"road\",\"code\":\"r1\"},"
                        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[31.2,121.5],[31.3,121.5]]}}]}");
        assertThatThrownBy(() -> imports.importFolder(folder))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().arguments().toString()).contains("r1 territory.swapped-axes"));
        assertThat(territories.own().of(Layer.ROAD)).isNotEmpty();
    }

    @Test
    void another_sub_district_s_map_is_its_own() {
        assertThat(territories.of(new Tenant(310110019)).cells()).isEmpty();
    }

    @Test
    void a_change_by_another_node_is_seen_within_a_few_seconds() throws Exception {
        Tenant neighbour = new Tenant(310110020);
        assertThat(territories.of(neighbour).edition()).isZero();
        sql.sql("insert into territory.edition values (310110020, 5, now())").update();
        sql.sql("""
                        insert into territory.feature
                        select 310110020, layer, code, name, name_en, unit, committee, area, class,
                               min_lon, min_lat, max_lon, max_lat, geometry
                        from territory.feature where tenant = 310110018
                        """).update();
        Instant last = Instant.now().plusSeconds(10);
        while (territories.of(neighbour).edition() != 5 && Instant.now().isBefore(last)) Thread.sleep(100);
        assertThat(territories.of(neighbour).cells()).hasSameSizeAs(Daqiao.TERRITORY.cells());
    }
}
