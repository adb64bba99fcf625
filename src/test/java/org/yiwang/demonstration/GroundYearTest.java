package org.yiwang.demonstration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FindRepeats;
import org.yiwang.casework.model.StepTrack;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;

/** Rivers, roads, streets and shopfronts of the demonstration year, counted in the database after it was played. */
@Tag("database")
class GroundYearTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static RunningDemo demo;
    private static JdbcClient db;
    private static YearPlan year;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        db = JdbcClient.create(demo.database().dataSource());
        year = YearFile.read(
                RunningDemo.YEAR,
                demo.bean(CatalogueStore.class).of(TENANT).categories().keySet());
    }

    @Test
    void the_registers_hold_what_the_file_says_each_entry_in_a_cell() {
        YearPlan.Ground ground = requireNonNull(year.ground());
        Map.of(
                        "river-section", ground.sections(),
                        "sampling-point", ground.sections(),
                        "road",
                                ground.roads().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                        "parking-line", ground.lines(),
                        "parking-area", ground.areas(),
                        "guarded-spot", ground.spots())
                .forEach((register, count) -> assertThat(one(
                                "select count(*)::int from registry.entry where created_at < :opening and cell is not null and register = '"
                                        + register + "'"))
                        .as(register)
                        .isEqualTo(count));
        assertThat(
                        one(
                                "select count(*)::int from registry.entry where created_at < :opening and register = 'road' and data ->> 'kind' = 'ownerless' and data ->> 'duty' is null"))
                .isEqualTo(ground.unsettled());
    }

    @Test
    void rounds_found_as_much_as_the_file_says_and_as_much_of_it_is_open() {
        requireNonNull(year.found())
                .forEach((round, categories) -> categories.forEach((category, plan) -> {
                    String found = cases(category) + " and exists (" + stopOf(round) + ")";
                    assertThat(one(found)).as("%s %s", round, category).isEqualTo(plan.found());
                    assertThat(one(found + " and c.open"))
                            .as("%s %s open", round, category)
                            .isEqualTo(plan.open());
                    assertThat(
                                    one(
                                            "select count(*)::int from (select distinct c.subject_key from casework.cases c where c.category = '"
                                                    + category
                                                    + "' and c.channel = 'inspection' and c.reported_at <= :opening) as places"))
                            .as("%s %s places", round, category)
                            .isEqualTo(plan.places());
                }));
    }

    @Test
    void a_stop_found_something_just_where_a_case_stands_beside_it_in_its_own_hours() {
        assertThat(rows("""
                        select s.round || ' ' || s.subject || ' ' || s.made_at from rounds.stop s
                        where s.package in ('river', 'road', 'streetscape') and s.state = 'made' and s.again is null and s.made_at <= :opening
                            and s.failed <> (cardinality(s.cases) = 1)
                        """)).isEmpty();
        assertThat(rows("""
                        select c.number from rounds.stop s join casework.cases c on c.tenant = s.tenant and c.id = any(s.cases)
                        where s.package in ('river', 'road', 'streetscape') and s.made_at <= :opening
                            and (c.reported_at <> s.made_at or c.cell <> s.cell)
                        """)).isEmpty();
    }

    @Test
    void lines_were_counted_twice_a_working_day_and_some_counts_were_missed() {
        int lines = requireNonNull(year.ground()).lines();
        assertThat(rows("""
                        select period_from::text from rounds.stop where round = 'parking-lines' and again is null and period_from < '2021-12-31'
                        group by period_from having count(*) <> 2 * %d
                        """.formatted(lines))).isEmpty();
        int stops = one(
                "select count(*)::int from rounds.stop where round = 'parking-lines' and again is null and due_at <= :opening");
        int missed = one(
                "select count(*)::int from rounds.stop where round = 'parking-lines' and again is null and due_at <= :opening and state = 'missed'");
        assertThat(stops).isGreaterThan(11_000);
        assertThat(100.0 * missed / stops).isBetween(1.0, 5.0);
    }

    @Test
    void water_is_read_at_a_point_and_the_case_is_about_the_section_that_the_point_lies_in() {
        assertThat(rows("""
                        select c.number from casework.cases c join rounds.stop s on s.tenant = c.tenant and c.id = any(s.cases)
                        left join registry.entry p on p.tenant = c.tenant and p.register = s.register and p.key = s.subject
                        where s.round = 'readings' and c.reported_at <= :opening
                            and (s.register <> 'sampling-point' or c.subject_register <> 'river-section' or p.data ->> 'section' <> c.subject_key)
                        """)).isEmpty();
    }

    @Test
    void bicycles_go_to_the_company_that_the_dispatch_table_names_and_some_are_cleared_late() {
        String ruled =
                "select count(*)::int from casework.cases c where c.category = 'E0506' and c.reported_at <= :opening and c.notes -> 'ruling' ->> 'lead' like 'bike-%'";
        assertThat(one(ruled + " and c.channel = 'inspection'"))
                .isEqualTo(requireNonNull(requireNonNull(year.found()).get("streetscape/parking-lines"))
                        .get("E0506")
                        .found());
        assertThat(
                        rows(
                                "select c.number from casework.cases c where c.category = 'E0506' and c.channel = 'inspection' and c.reported_at <= :opening and c.lead is not null and c.lead <> c.notes -> 'ruling' ->> 'lead'"))
                .isEmpty();
        assertThat(
                        one(
                                "select count(distinct c.id)::int from casework.cases c join casework.case_clocks k on k.tenant = c.tenant and k.case_id = c.id cross join json_array_elements(k.clocks) as clock where c.category = 'E0506' and c.channel = 'inspection' and c.reported_at <= :opening and c.lead like 'bike-%' and clock ->> 'name' = 'handle' and (clock ->> 'stopped_at')::timestamptz > (clock ->> 'due_at')::timestamptz"))
                .isGreaterThanOrEqualTo(
                        requireNonNull(requireNonNull(year.found()).get("streetscape/parking-lines"))
                                .get("E0506")
                                .late());
    }

    @Test
    void the_repeat_list_names_as_many_shops_as_the_file_says_and_they_went_through_the_three_steps() {
        YearPlan.Shopfronts plan = requireNonNull(year.shopfronts());
        Staff operator = demo.bean(People.class).all(TENANT).stream()
                .filter(staff -> staff.is(Role.OPERATOR))
                .findFirst()
                .orElseThrow();
        List<FindRepeats.Repeated> repeats =
                demo.bean(FindRepeats.class).of(operator, "E0501", RunningDemo.OPENING).stream()
                        .filter(one -> one.firstAt().isBefore(RunningDemo.OPENING))
                        .toList();
        assertThat(repeats).hasSize(plan.twice() + plan.oftener());
        assertThat(repeats.stream().filter(one -> one.cases() > 2)).hasSize(plan.oftener());
        assertThat(one(cases("E0501") + " and c.subject_register = 'shop' and c.channel = 'grid'"))
                .isEqualTo(plan.known());
        for (String step : List.of("persuade", "order", "penalty"))
            assertThat(one(cases("E0501") + " and c.channel = 'grid' and c.notes -> 'steps' @> '[{\"step\": \"" + step
                            + "\"}]'"))
                    .as(step)
                    .isPositive();
    }

    @Test
    void plans_for_single_roads_stand_where_the_file_says() {
        YearPlan.Plans plans = requireNonNull(year.plans());
        assertThat(one(cases("R0701"))).isEqualTo(plans.all());
        assertThat(one(cases("R0701") + " and not c.open")).isEqualTo(plans.done());
        plans.underway().forEach((step, count) -> assertThat(db
                        .sql(
                                "select c.id from casework.cases c where c.category = 'R0701' and c.open and c.reported_at <= :opening")
                        .param("opening", Timestamp.from(RunningDemo.OPENING))
                        .query(java.util.UUID.class)
                        .list()
                        .stream()
                        .filter(id -> next(id).equals(step)))
                .as(step)
                .hasSize(count));
    }

    private static String next(java.util.UUID id) {
        return demo.bean(CatalogueStore.class)
                .decide(TENANT)
                .track(demo.bean(CaseStore.class).find(TENANT, id).orElseThrow().file())
                .next()
                .map(StepTrack.Standing::step)
                .map(step -> step.id())
                .orElse("");
    }

    @Test
    void what_was_cleared_in_the_streets_comes_back_often_enough_for_a_rate() {
        JsonNode value = demo.signedIn("supervisor")
                .get("/api/v1/indicators/streetscape/relapse-rate/records?from=2021-01-01&to=2021-12-31")
                .json();
        long back = value.get("items")
                .valueStream()
                .filter(record -> record.path("counts").asBoolean())
                .count();
        assertThat(back).isPositive();
    }

    private static String cases(String category) {
        return "select count(*)::int from casework.cases c where c.reported_at <= :opening and c.category = '"
                + category + "'";
    }

    private static String stopOf(String round) {
        List<String> names = Arrays.asList(round.split("/"));
        return "select from rounds.stop s where s.tenant = c.tenant and c.id = any(s.cases) and s.package = '"
                + names.getFirst() + "' and s.round = '" + names.getLast() + "'";
    }

    private static List<String> rows(String sql) {
        return db.sql(sql)
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query(String.class)
                .list();
    }

    private static int one(String sql) {
        return db.sql(sql)
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query(Integer.class)
                .single();
    }
}
