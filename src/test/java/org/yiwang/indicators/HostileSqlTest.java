package org.yiwang.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.platform.RefusedException;

/** R26: SQL that means harm changes nothing and learns nothing, even where the first wall, {@code ReadStatement}, would have let it through. */
@Tag("database")
class HostileSqlTest {
    private static final String RECORDS =
            "select 'case' as kind, id, number as label, reported_at as at, committee from figures.cases";
    private final FigureWorld world = new FigureWorld();

    @BeforeEach
    void two_cases_here_and_one_elsewhere() {
        world.report(FigureWorld.DAQIAO, "c01", "chengguan", "2021-03-01T02:00:00Z", "{}");
        world.report(FigureWorld.DAQIAO, "c02", "fangguan", "2021-03-02T02:00:00Z", "{}");
        world.report(FigureWorld.PINGLIANG, "c01", "chengguan", "2021-03-03T02:00:00Z", "{}");
    }

    /** As if each of these had come past the reader of statements. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into figures.unit (id) values ('x')                     | 42501
            delete from casework.cases                                     | 42501
            select 1 from casework.cases                                   | 42501
            select description from figures.cases                          | 42703
            select answer from casework.case_report                        | 42501
            select password from organisation.staff                        | 42501
            select 1 from organisation.session                             | 42501
            select 1 from public.flyway_schema_history                     | 42501
            create table public.stolen (x int)                             | 25006
            create temp table stolen (x int)                               | 25006
            update figures.cell set code = 'x'                             | 42501
            select lo_create(4711)                                         | 25006
            select pg_read_file('/etc/passwd')                             | 42501
            select lo_import('/etc/passwd')                                | 42501
            select nextval('organisation.none')                            | 42501
            copy figures.cases to program 'sh -c true'                     | 42501
            copy (select 1) to '/tmp/stolen'                               | 42501
            alter role yiwang_figures superuser                            | 25006
            select 1 from figures.cases for update                         | 42501
            select pg_sleep(60)                                            | 57014
            with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r | 57014
            call figures.open_to_packages()                                | 42501
            """)
    void the_role_and_its_transaction_hold_by_themselves(String sql, String state) {
        assertThatThrownBy(() -> run(sql)).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .as(e.getMessage())
                .isEqualTo(state));
        assertThat(world.db
                        .sql("select count(*)::int from casework.cases")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void another_sub_district_is_not_seen() throws SQLException {
        assertThat(run("select count(*) from figures.cases")).containsExactly("2");
        assertThat(run("select count(*) from figures.case_event")).containsExactly("0");
    }

    @Test
    void without_settings_nothing_is_seen() throws SQLException {
        assertThat(world.told(FigureWorld.partly(java.util.Set.of(), "nobody"), "select count(*) from figures.cases"))
                .containsExactly("0");
    }

    @Test
    void the_connection_goes_back_as_it_came() throws SQLException {
        run("select 1");
        assertThat(world.db.sql("select current_user::text").query(String.class).single())
                .isEqualTo("yiwang");
        assertThatThrownBy(() -> run("select 1 / 0")).isInstanceOf(SQLException.class);
        assertThat(run("select 1")).containsExactly("1");
    }

    @Test
    void what_the_database_says_no_to_is_named_with_its_line() {
        assertThat(world.tried(FigureWorld.count("select committee,\n    1 as value from figures.casez", RECORDS)))
                .containsExactly("indicators/one.sql:8 indicators.no-view");
        assertThat(world.tried(FigureWorld.count(
                        "select committee, 1 as value\nfrom figures.cases\nwhere description = ''", RECORDS)))
                .containsExactly("indicators/one.sql:9 indicators.no-column");
        assertThat(world.tried(FigureWorld.count("select committee, 1 as value\nfrom\ncasework.cases", RECORDS)))
                .containsExactly("indicators/one.sql:9 indicators.not-open");
        assertThat(world.tried(
                        FigureWorld.count("select committee, 1 as value\nfrom figures.cases where and", RECORDS)))
                .containsExactly("indicators/one.sql:8 indicators.database");
        assertThat(world.tried(FigureWorld.count("select committee, 1 as amount from figures.cases", RECORDS)))
                .containsExactly("indicators/one.sql:7 indicators.column-missing");
        assertThat(world.tried(FigureWorld.count("select committee, title as value from figures.cases", RECORDS)))
                .containsExactly("indicators/one.sql:7 indicators.column-type");
        assertThat(world.tried(FigureWorld.count(
                        "select committee, 1 as value from figures.cases", "select id from figures.cases")))
                .contains("indicators/one.sql:9 indicators.column-missing");
    }

    @Test
    void what_runs_too_long_is_stopped_and_said_so() {
        for (int i = 0; i < 60; i++) world.report(FigureWorld.DAQIAO, "c03", "x", "2021-04-01T02:00:00Z", "{}");
        String many = "from figures.cases a, figures.cases b, figures.cases c, figures.cases d, figures.cases e";
        assertThat(world.tried(FigureWorld.count("select a.committee, 1 as value " + many, RECORDS)))
                .containsExactly("indicators/one.sql:7 indicators.too-slow");
    }

    @Test
    void a_list_that_differs_from_its_figure_is_found() {
        assertThat(world.tried(FigureWorld.count(
                        "select committee, 1 as value from figures.cases", RECORDS + " where committee = 'c01'")))
                .containsExactly("indicators/one.sql:9 indicators.list-differs");
        assertThat(world.tried(FigureWorld.count("select committee, 1 as value from figures.cases", RECORDS)))
                .isEmpty();
    }

    @Test
    void without_the_role_figures_are_refused_with_the_remedy() {
        world.db.sql("create role stranger login password 'stranger'").update();
        try {
            var source = new org.postgresql.ds.PGSimpleDataSource();
            source.setUrl(((org.postgresql.ds.PGSimpleDataSource) world.owner).getUrl());
            source.setUser("stranger");
            source.setPassword("stranger");
            assertThatThrownBy(() -> new FigureStore(source).ask(FigureWorld.ALL, session -> 1))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.refusal().code()).isEqualTo("indicators.no-role"));
        } finally {
            world.db.sql("drop role stranger").update();
        }
    }

    private List<String> run(String sql) throws SQLException {
        return world.told(FigureWorld.ALL, sql);
    }
}
