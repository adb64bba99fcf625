package org.yiwang.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.browser.SupervisionPostTest;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.demonstration.plan.Outcome;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.VerifyChains;

/** What the year's file says has happened, counted in the database after the engine has played it. */
@Tag("database")
class DemonstrationYearTest {
    private static final Tenant TENANT = new Tenant(310110018);
    /** Other tests go on from the opening: what they report, orders that reach them late, and what they give an earlier day to, are not of the year. */
    private static final String OF_THE_YEAR = """
            reported_at <= :opening and title not like '%s%%' and not exists
                (select 1 from hotline.orders o where o.tenant = cases.tenant and o.case_id = cases.id and o.taken_at > :opening)
            """.formatted(SupervisionPostTest.LEFT_LYING);

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
    void each_channel_has_as_many_cases_as_the_file_says() {
        year.channels().forEach((channel, plan) -> assertThat(
                        count("channel = ? and notes ->> 'parent' is null", channel.id()))
                .as(channel.id())
                .isEqualTo(plan.cases()));
    }

    @Test
    void cases_ended_as_the_file_says() {
        year.channels().forEach((channel, plan) -> Map.of(
                        Outcome.DECLINED, "declined", Outcome.WITHDRAWN, "withdrawn", Outcome.MERGED, "merged")
                .forEach((outcome, stage) -> assertThat(count("channel = ? and stage = ?", channel.id(), stage))
                        .as("%s %s", channel.id(), stage)
                        .isEqualTo(plan.outcomes().get(outcome))));
    }

    @Test
    void what_is_open_stands_where_the_file_says() {
        Map<String, Integer> wanted = year.open().stream()
                .collect(Collectors.groupingBy(
                        row -> row.state().id(), Collectors.summingInt(YearPlan.OpenCases::cases)));
        Map<String, Integer> there = db
                .sql("select stage, count(*)::int from casework.cases where open and channel <> 'inspection' and "
                        + OF_THE_YEAR + " group by stage")
                .param("opening", Timestamp.from(RunningDemo.OPENING))
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(there).isEqualTo(wanted);
    }

    @Test
    void as_many_cases_carry_answers_as_the_file_says() {
        year.channels().forEach((channel, plan) -> assertThat(
                        count("channel = ? and notes -> 'answers' is not null", channel.id()))
                .as(channel.id())
                .isEqualTo(plan.answered() == null ? 0 : plan.answered()));
    }

    @Test
    void numbers_are_gapless_per_day_and_channel() {
        List<String> gaps = db.sql("""
                        select left(number, 13) from casework.cases group by 1
                        having count(*) <> max(right(number, 4)::int) or min(right(number, 4)::int) <> 1
                        """).query(String.class).list();
        assertThat(gaps).isEmpty();
    }

    @Test
    void every_row_equals_what_its_events_add_up_to() {
        CaseStore store = demo.bean(CaseStore.class);
        Decide decide = demo.bean(CatalogueStore.class).decide(TENANT);
        List<UUID> some = db.sql("select id from casework.cases where open or right(number, 1) = '7'")
                .query(UUID.class)
                .list();
        assertThat(some).hasSizeGreaterThan(1000);
        for (UUID id : some) {
            StoredCase stored = store.find(TENANT, id).orElseThrow();
            CaseFile folded = CaseHistory.fold(id, TENANT, store.events(TENANT, id), decide.reckoning());
            assertThat(stored.file())
                    .usingRecursiveComparison()
                    .ignoringFields("reports", "clocks")
                    .isEqualTo(folded);
            assertThat(stored.file().clocks()).containsExactlyInAnyOrderElementsOf(folded.clocks());
        }
    }

    @Test
    void every_reporter_of_a_handled_case_has_an_answer() {
        int without = db.sql("""
                        select count(*)::int from casework.case_report r join casework.cases c on c.tenant = r.tenant and c.id = r.case_id
                        where c.stage = 'closed' and r.answer is null
                        """).query(Integer.class).single();
        assertThat(without).isZero();
    }

    @Test
    void every_chain_of_the_year_holds() {
        assertThat(demo.bean(VerifyChains.class).verify().differences()).isEmpty();
    }

    @Test
    void hotline_orders_got_their_first_contact() {
        assertThat(db.sql("select count(distinct case_id)::int from casework.case_event where action = 'contact'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(3000);
        assertThat(year.channels().get(Channel.HOTLINE).cases()).isEqualTo(3702);
    }

    private static int count(String where, Object... parameters) {
        List<Object> all =
                new ArrayList<>(List.of(Timestamp.from(RunningDemo.OPENING), Timestamp.from(RunningDemo.OPENING)));
        all.addAll(List.of(parameters));
        return db.sql("select count(*)::int from casework.cases where " + OF_THE_YEAR.replace(":opening", "?") + " and "
                        + where)
                .params(all)
                .query(Integer.class)
                .single();
    }
}
