package org.yiwang.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.organisation.store.DutyStore;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.organisation.store.UnitStore;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Trails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The organisation of the demonstration, set up once for all tests here. */
@Tag("database")
class SeedOrganisationTest {
    private static final Tenant DAQIAO = new Tenant(310110018);
    private static final Path FOLDER = Path.of("examples", "daqiao");
    private static final Path FILE = FOLDER.resolve("organisation.yaml");
    private static final SetClock CLOCK = new SetClock();
    private static final Secrets SECRETS = new Secrets();
    private static final DataSource SOURCE = pool(TestDatabase.fresh());
    private static final StaffStore STAFF = new StaffStore(JdbcClient.create(SOURCE));
    private static final DutyStore DUTY_STORE = new DutyStore(new JdbcTemplate(SOURCE));
    private static final Units UNITS = new Units(new UnitStore(JdbcClient.create(SOURCE)), CLOCK, event -> {});
    private static final People PEOPLE = new People(STAFF);
    private static final Duty DUTY = new Duty(DUTY_STORE);
    private static final SeedOrganisation SEED = seedOrganisation();
    private static List<SeededAccount> accounts = List.of();

    private static DataSource pool(TestDatabase.Place place) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(place.dataSource());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static SeedOrganisation seedOrganisation() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(SOURCE));
        return new SeedOrganisation(
                DAQIAO.code(),
                UNITS,
                STAFF,
                DUTY_STORE,
                PEOPLE,
                SECRETS,
                new Ids(CLOCK, new Random(1)),
                Trails.trail(SOURCE, CLOCK),
                transactions);
    }

    @BeforeAll
    static void seed() throws Exception {
        accounts = SEED.seed(FILE, login -> "the password of everyone");
        SEED.drawUpRoster(FILE, LocalDate.of(2021, 11, 1), LocalDate.of(2021, 11, 30));
    }

    @Test
    void there_are_one_centre_three_areas_twenty_one_committees_and_twelve_departments() {
        UnitTree tree = UNITS.tree(DAQIAO);
        assertThat(tree.ofKind(Unit.Kind.CENTRE)).hasSize(1);
        assertThat(tree.ofKind(Unit.Kind.AREA)).hasSize(3);
        assertThat(tree.ofKind(Unit.Kind.COMMITTEE)).hasSize(21);
        assertThat(tree.ofKind(Unit.Kind.DEPARTMENT)).hasSize(12);
        assertThat(tree.below(new UnitId("area-1"))).hasSize(7);
        assertThat(tree.areaOf(new UnitId("c21"))).contains(new UnitId("area-3"));
        assertThat(tree.all().getFirst().id()).isEqualTo(new UnitId("centre"));
    }

    @Test
    void areas_and_committees_are_those_of_the_map() throws Exception {
        for (JsonNode feature : features("territory.geojson")) {
            JsonNode map = feature.get("properties");
            Unit unit =
                    UNITS.find(DAQIAO, new UnitId(map.get("unit").asString())).orElseThrow();
            if (unit.kind() == Unit.Kind.CENTRE) continue;
            assertThat(unit.name()).isEqualTo(map.get("name").asString());
            assertThat(unit.nameEn()).isEqualTo(map.get("nameEn").asString());
            if (unit.kind() == Unit.Kind.COMMITTEE)
                assertThat(unit.parent()).hasToString(map.get("area").asString());
        }
    }

    @Test
    void every_cell_of_the_map_has_exactly_one_inspector_and_of_its_own_committee() throws Exception {
        Set<String> cells = new TreeSet<>();
        for (JsonNode feature : features("cells.geojson")) {
            JsonNode map = feature.get("properties");
            cells.add(map.get("code").asString());
            assertThat(PEOPLE.ofCell(DAQIAO, map.get("code").asString()))
                    .singleElement()
                    .satisfies(who -> assertThat(who.unit())
                            .hasToString(map.get("committee").asString()));
        }
        Set<String> walked = STAFF.all(DAQIAO).stream()
                .flatMap(account -> account.scope().cells().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(walked).isEqualTo(cells);
    }

    @Test
    void every_unit_has_three_to_six_people_with_names_of_their_own() {
        var byUnit = accounts.stream().collect(Collectors.groupingBy(SeededAccount::unit, Collectors.counting()));
        UnitTree tree = UNITS.tree(DAQIAO);
        for (Unit unit : tree.ofKind(Unit.Kind.COMMITTEE))
            assertThat(byUnit.get(unit.id())).isBetween(3L, 5L);
        for (Unit unit : tree.ofKind(Unit.Kind.DEPARTMENT))
            assertThat(byUnit.get(unit.id())).isBetween(3L, 6L);
        assertThat(accounts.stream().map(SeededAccount::name)).doesNotHaveDuplicates();
    }

    @Test
    void every_role_has_an_account_to_be_shown_first() {
        Set<Role> shown = accounts.stream()
                .filter(SeededAccount::shown)
                .flatMap(account -> account.roles().stream())
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void the_password_told_is_the_password_stored() {
        SeededAccount first = accounts.getFirst();
        String stored = STAFF.ofLogin(DAQIAO, first.login()).orElseThrow().password();
        assertThat(SECRETS.matches(first.password(), String.valueOf(stored))).isTrue();
    }

    @Test
    void at_every_hour_of_the_month_a_duty_chief_and_two_operators_are_at_their_posts() {
        Instant begin = Instant.parse("2021-11-01T16:00:00Z");
        for (int hour = 0; hour < 28 * 24; hour++) {
            Instant now = begin.plus(Duration.ofHours(hour));
            assertThat(DUTY.present(DAQIAO, Role.DUTY_CHIEF, now)).hasSize(1);
            assertThat(DUTY.present(DAQIAO, Role.OPERATOR, now)).hasSize(2);
        }
    }

    @Test
    void a_sub_district_that_has_staff_is_not_seeded_again() {
        assertThatThrownBy(() -> SEED.seed(FILE, login -> "another password for all"))
                .hasMessageContaining("has staff already");
    }

    @Test
    void a_faulty_file_is_refused_with_all_its_faults(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), """
                units:
                  - {id: centre, kind: centre, name: 中心, nameEn: Centre}
                staff:
                  - {login: Wang, name: 王, nameEn: Wang, unit: centre, roles: [operator]}
                  - {login: li, name: 李, nameEn: Li, unit: moon, roles: [operator]}
                duty: []
                """);
        assertThatThrownBy(() -> SEED.seed(file, login -> "a password for all of them"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("staff Wang: login people.login-unusable")
                .hasMessageContaining("staff li: unit people.unknown-unit");
    }

    private static JsonNode features(String file) throws Exception {
        return new JsonMapper().readTree(Files.readString(FOLDER.resolve(file))).get("features");
    }
}
