package org.yiwang.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.demonstration.plan.YearFile;
import org.yiwang.demonstration.plan.YearPlan.Gathering;
import org.yiwang.demonstration.plan.YearPlan.PlannedTask;
import org.yiwang.demonstration.plan.YearPlan.Prevention;
import org.yiwang.insight.AnalyseNight;
import org.yiwang.insight.ViewFindings;
import org.yiwang.insight.model.Effect;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** What the year's file plants is found by the analysis of its nights, and what helped is told from what did not. */
@Tag("database")
class PreventionYearTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static JdbcClient db;
    private static Prevention planted;
    private static RunningDemo demo;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        db = JdbcClient.create(demo.database().dataSource());
        planted = Objects.requireNonNull(YearFile.read(
                        RunningDemo.YEAR,
                        demo.bean(CatalogueStore.class).of(TENANT).categories().keySet())
                .prevention());
    }

    @Test
    void each_planted_gathering_is_found_by_a_night_while_it_lasts_or_within_a_month_after() {
        for (Gathering gathering : planted.gatherings())
            assertThat(db.sql("""
                            select count(*) from insight.finding f join insight.sighting s on s.tenant = f.tenant and s.finding = f.id
                            where f.kind in ('hot-spot', 'burst') and f.category = any(?) and s.day between ? and ?
                                and f.cells && array(
                                    select cell from casework.cases where category = any(?) and (reported_at at time zone 'Asia/Shanghai')::date between ? and ?
                                    group by cell order by count(*) desc limit 3)
                            """)
                            .params(List.of(
                                    gathering.categories().toArray(String[]::new),
                                    gathering.from(),
                                    gathering.to().plusDays(31),
                                    gathering.categories().toArray(String[]::new),
                                    gathering.from(),
                                    gathering.to()))
                            .query(Integer.class)
                            .single())
                    .as(gathering.name())
                    .isPositive();
    }

    @Test
    void the_two_measures_that_helped_are_shown_to_have_helped_and_the_third_is_not() {
        Map<String, Effect.Verdict> verdicts =
                demo.bean(TaskStore.class).inState(TENANT, List.of(Task.EVALUATED)).stream()
                        .collect(Collectors.toMap(Task::hypothesis, task -> Objects.requireNonNull(task.effect())
                                .verdict()));
        List<PlannedTask> tasks = planted.tasks();
        // Other tests evaluate tasks of their own.
        assertThat(verdicts)
                .containsAllEntriesOf(Map.of(
                        tasks.get(0).hypothesis(), Effect.Verdict.FEWER,
                        tasks.get(1).hypothesis(), Effect.Verdict.FEWER,
                        tasks.get(2).hypothesis(), Effect.Verdict.NOT_SHOWN));
    }

    @Test
    void every_night_that_was_analysed_is_there_once_and_its_findings_are_continued() {
        assertThat(db.sql("select count(*) from insight.run where day < '2021-12-31'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(45);
        assertThat(db.sql("select count(*) from insight.sighting")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(2
                        * db.sql("select count(*) from insight.finding")
                                .query(Integer.class)
                                .single());
    }

    @Test
    void a_night_is_analysed_once_however_often_it_is_asked_for() {
        assertThat(demo.bean(AnalyseNight.class).night(TENANT, LocalDate.of(2021, 12, 30), RunningDemo.OPENING))
                .isFalse();
    }

    @Test
    void what_was_put_aside_stays_away_when_the_day_is_analysed_again() {
        ViewFindings view = demo.bean(ViewFindings.class);
        Staff chief = demo.bean(People.class).ofLogin(TENANT, "chief").orElseThrow();
        Finding some = view.list(chief, 0, false).stream()
                .filter(one -> !one.found().category().equals("E0115"))
                .findFirst()
                .orElseThrow();
        view.dismiss(chief, some.id(), "已另案处理", RunningDemo.OPENING);
        demo.bean(AnalyseNight.class).today(TENANT, LocalDate.of(2021, 12, 31), RunningDemo.OPENING);
        assertThat(view.list(chief, 30, false)).extracting(Finding::id).doesNotContain(some.id());
        assertThat(view.list(chief, 30, true)).extracting(Finding::id).contains(some.id());
    }

    @Test
    void a_grid_leader_sees_the_findings_and_tasks_of_the_own_area_alone() {
        Staff leader = demo.bean(People.class).ofLogin(TENANT, "grid-area-2").orElseThrow();
        assertThat(demo.bean(ViewFindings.class).list(leader, 366, false))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.areas()).contains("area-2"));
        assertThat(demo.bean(TaskStore.class).list(leader, false, 200))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.areas()).contains("area-2"));
    }
}
