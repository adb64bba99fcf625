package org.yiwang.indicators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.scenario.Faults;

/** R26: what the SQL of a package may hold, before any database sees it. */
class ReadStatementTest {
    private static final String FILE = "indicators/x.sql";
    private static final Span YEAR = new Span(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
    private static final Instant NOW = Instant.parse("2021-12-31T02:30:00Z");

    @Test
    void a_plain_select_passes_with_its_days_as_literals() {
        Faults faults = new Faults();
        Statement read = ReadStatement.of(FILE, 7, """
                select committee, 1 as value  -- one each
                from figures.cases
                where reported_on between :from and :to and title <> 'it''s; -- no' and closed_at < :now;
                """, faults);
        assertThat(faults.all()).isEmpty();
        assertThat(read.of(YEAR, NOW)).isEqualTo("""
                select committee, 1 as value \s
                from figures.cases
                where reported_on between date '2021-01-01' and date '2021-12-31' and title <> 'it''s; -- no' and closed_at < timestamptz '2021-12-31T02:30:00Z'""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) filter (where open), sum(1) over (partition by unit order by seq) from figures.cases",
                "with a as (select 1 as n) select n::numeric(10, 2) from a union all select 2",
                "select date_trunc('month', reported_on) from figures.cases where stage in ('closed', 'merged') and not (open)",
                "select data ->> 'industry', refs @> array['building:1'] from figures.entry where data #>> '{a,b}' is null",
                "select 1 from figures.cases c join lateral (select 2 as x) t on true where exists (select 1)",
                "select case when a is distinct from b then interval '1 day' end from (values (1, 2)) as t(a, b)"
            })
    void what_figures_need_passes(String sql) {
        assertThat(faults(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into figures.cases values (1)              | indicators.no-select
            delete from figures.cases                         | indicators.no-select
            copy figures.cases to program 'sh'                | indicators.no-select
            do $$ begin perform 1; end $$                     | indicators.no-select
            select 1; delete from casework.cases              | indicators.several-statements
            select 1) f; drop schema figures cascade          | indicators.bracket-close
            select (1                                         | indicators.bracket-open
            with x as (delete from figures.cases returning 1) select 1 | indicators.word
            select 1 into stolen from figures.cases           | indicators.word
            select 1 from figures.cases for update            | indicators.word
            with recursive r as (select 1) select 1 from r    | indicators.word
            select current_user                               | indicators.word
            table figures.cases                               | indicators.no-select
            select current_date                               | indicators.clock
            select pg_sleep(10)                               | indicators.catalogue
            select pg_read_file('/etc/passwd')                | indicators.catalogue
            select rolname from pg_roles                      | indicators.catalogue
            select 1 from information_schema.tables           | indicators.catalogue
            select set_config('role', 'none', true)           | indicators.function
            select current_setting('data_directory')          | indicators.function
            select lo_import('/etc/passwd')                   | indicators.function
            select lo_export(1, '/tmp/x')                     | indicators.function
            select dblink('host=elsewhere', 'select 1')       | indicators.function
            select query_to_xml('delete from x', true, true, '') | indicators.function
            select nextval('x')                               | indicators.function
            select generate_series(1, 1000000000)             | indicators.function
            select repeat('x', 1000000000)                    | indicators.function
            select string_agg(title, '') from figures.cases   | indicators.function
            select pg_catalog.now()                           | indicators.catalogue
            select figures.f(1)                               | indicators.function
            select x.count(1) from figures.cases x            | indicators.function
            select upper ( lower ( version ( ) ) )            | indicators.function
            select 'pg_class'::regclass                       | indicators.type
            select xml '<a/>'                                 | indicators.type
            select cast(1 as text)                            | indicators.word
            select 1 operator(pg_catalog.+) 2                 | indicators.word
            select 1 from figures.cases tablesample system (1) | indicators.word
            select U&'\\0041'                                 | indicators.sign
            select E'\\x41'                                   | indicators.literal-prefix
            select 'a\\'                                      | indicators.sign
            select $a$ text $a$                               | indicators.sign
            select "pg_sleep"(1)                              | indicators.sign
            select 1 /* hidden */                             | indicators.sign
            select ?                                          | indicators.sign
            select 1e9                                        | indicators.number
            select :password                                  | indicators.parameter
            select 'open                                      | indicators.literal-open
            select ｃount(1)                                  | indicators.sign
            """)
    void what_is_not_known_to_be_harmless_is_refused(String sql, String code) {
        assertThat(faults(sql)).contains(FILE + ":7 " + code);
    }

    @Test
    void every_fault_is_named_with_its_line_at_once() {
        assertThat(faults("""
                select pg_sleep(1),
                    lo_import('x')
                from figures.cases
                where now() > current_date
                """))
                .containsExactly(
                        FILE + ":7 indicators.catalogue",
                        FILE + ":7 indicators.function",
                        FILE + ":8 indicators.function",
                        FILE + ":10 indicators.function",
                        FILE + ":10 indicators.clock");
    }

    @Test
    void an_endless_select_is_not_even_read() {
        assertThat(faults("select " + "1 + ".repeat(10_000) + "1"))
                .containsExactly(FILE + ":7 indicators.sql-too-long");
    }

    private static List<String> faults(String sql) {
        Faults faults = new Faults();
        ReadStatement.of(FILE, 7, sql, faults);
        return faults.faults().stream()
                .map(fault -> fault.spot() + " " + fault.code())
                .toList();
    }
}
