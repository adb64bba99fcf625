package org.yiwang.demonstration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.platform.Tenant;

/** The rounds of the demonstration year, counted in the database after they were walked. */
@Tag("database")
class WalkedYearTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static JdbcClient db;
    private static YearPlan.Rounds shares;
    private static YearPlan.Safety safety;

    @BeforeAll
    static void load() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        db = JdbcClient.create(demo.database().dataSource());
        YearPlan year = YearFile.read(
                RunningDemo.YEAR,
                demo.bean(CatalogueStore.class).of(TENANT).categories().keySet());
        shares = requireNonNull(year.rounds());
        safety = requireNonNull(year.safety());
    }

    @Test
    void every_cell_was_on_the_list_of_every_day() {
        List<Map.Entry<Integer, Integer>> days = db.sql("""
                        select count(*)::int, count(distinct subject)::int from rounds.stop
                        where package = 'grid' and round = 'daily' and again is null and period_from < '2021-12-31' group by period_from
                        """)
                .query((row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
                .list();
        assertThat(days).hasSize(364).containsOnly(Map.entry(410, 410));
    }

    @Test
    void as_many_were_missed_and_as_many_prove_nothing_as_the_file_says() {
        double missed = share("state = 'missed'", "round = 'fire-lanes' and again is null");
        assertThat(missed).isCloseTo(shares.missed(), within(0.5));
        double unproven = share("not proven", "state = 'made' and again is null and round = 'daily'");
        assertThat(unproven).isCloseTo(shares.unproven(), within(0.5));
    }

    @Test
    void what_was_found_on_a_round_stands_beside_the_stop_and_was_found_then() {
        int linked = count("cardinality(cases) > 0 and round = 'daily'");
        assertThat(linked).isGreaterThan(1_500);
        int apart = db.sql("""
                        select count(*)::int from rounds.stop s cross join unnest(s.cases) as opened(id)
                        join casework.cases c on c.tenant = s.tenant and c.id = opened.id
                        where s.made_at <= :opening and (not s.failed or c.cell <> s.cell or abs(extract(epoch from c.reported_at - s.made_at)) > 86400)
                        """)
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query(Integer.class)
                .single();
        assertThat(apart).isZero();
    }

    @Test
    void second_looks_are_taken_by_somebody_else() {
        assertThat(count("again is not null and state = 'made'")).isGreaterThan(3_000);
        assertThat(count("again is not null and made_by = again_by")).isZero();
    }

    @Test
    void as_many_units_were_inspected_as_the_file_says() {
        assertThat(one("select count(*)::int from registry.entry where register = 'unit' and created_at <= :opening"))
                .isEqualTo(safety.units());
        assertThat(
                        one(
                                "select count(distinct subject)::int from rounds.stop where register = 'unit' and state = 'made' and made_at <= :opening"))
                .isEqualTo(safety.inspected())
                .isEqualTo(2_056);
    }

    @Test
    void units_are_graded_as_the_file_says_by_the_rule_of_their_register() {
        safety.grades().forEach((grade, count) -> assertThat(one(
                        "select count(*)::int from registry.entry where register = 'unit' and created_at <= :opening and data ->> 'grade' = '"
                                + grade + "'"))
                .as(grade)
                .isEqualTo(count));
    }

    @Test
    void hazards_were_found_and_put_right_as_the_file_says_each_beside_the_stop_that_found_it() {
        String hazards =
                "select count(*)::int from casework.cases where category like 'S01%' and channel = 'inspection' and reported_at <= :opening";
        assertThat(one(hazards)).isEqualTo(safety.found()).isEqualTo(838);
        assertThat(one(hazards + " and not open"))
                .isEqualTo(safety.found() - safety.open())
                .isEqualTo(763);
        assertThat(db.sql("""
                        select c.number || ' ' || c.category || ' ' || c.subject_key || ' ' || c.reported_at from casework.cases c
                        where c.category like 'S01%' and c.channel = 'inspection' and c.reported_at <= :opening
                            and not exists (select from rounds.stop s where s.tenant = c.tenant and s.register = 'unit' and s.subject = c.subject_key and c.id = any(s.cases))
                        """)
                        .param("opening", Timestamp.from(RunningDemo.OPENING))
                        .query((row, n) -> row.getString(1))
                        .list())
                .isEmpty();
    }

    @Test
    void two_campaigns_went_to_their_units_and_over_thirty_of_what_they_found_is_put_right() {
        assertThat(one("select count(*)::int from rounds.campaign where period_to < '2021-12-31'"))
                .isEqualTo(2);
        int units =
                safety.campaigns().stream().mapToInt(YearPlan.Campaign::units).sum();
        assertThat(
                        one(
                                "select count(*)::int from rounds.stop where campaign is not null and state = 'made' and made_at <= :opening"))
                .isEqualTo(units);
        assertThat(one("""
                        select count(*)::int from rounds.stop s cross join unnest(s.cases) as opened(id)
                        join casework.cases c on c.tenant = s.tenant and c.id = opened.id
                        where s.campaign is not null and not c.open and s.made_at <= :opening
                        """)).isEqualTo(37);
    }

    private static int one(String sql) {
        return db.sql(sql)
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query(Integer.class)
                .single();
    }

    private static double share(String part, String whole) {
        return 100.0 * count(part + " and " + whole) / count(whole);
    }

    private static int count(String where) {
        return db.sql("select count(*)::int from rounds.stop where due_at <= :opening and " + where)
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query(Integer.class)
                .single();
    }
}
