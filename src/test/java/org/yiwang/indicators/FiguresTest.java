package org.yiwang.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;

/** The formulas of the standard package over records whose answers are known. */
@Tag("database")
class FiguresTest {
    private static final Span MARCH = new Span(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31));
    private final FigureWorld world = new FigureWorld();
    private UUID first;
    private UUID second;

    @BeforeEach
    void four_cases() {
        first = world.report(FigureWorld.DAQIAO, "c01", "chengguan", "2021-02-28T16:00:00Z", """
                {"visits": [{"at": "2021-03-20T02:00:00Z", "reached": true, "solved": true, "satisfaction": 5},
                    {"at": "2021-03-21T02:00:00Z", "reached": false}]}
                """);
        second = world.report(FigureWorld.DAQIAO, "c02", "fangguan", "2021-03-31T15:59:59Z", """
                {"visits": [{"at": "2021-03-31T02:00:00Z", "reached": true, "solved": false, "satisfaction": 3}]}
                """);
        world.report(FigureWorld.DAQIAO, "c01", "fangguan", "2021-03-31T16:00:00Z", "{}");
        world.report(FigureWorld.DAQIAO, "c01", "fangguan", "2021-03-15T00:00:00Z", "{\"parent\": \"" + first + "\"}");
    }

    @Test
    void a_day_is_a_day_of_shanghai_and_split_off_parts_are_not_counted_again() throws Exception {
        assertThat(figure("hotline-orders").value()).isEqualByComparingTo("2");
    }

    @Test
    void a_person_gets_figures_of_what_that_person_sees() throws Exception {
        Indicator orders = bundled("hotline-orders");
        assertThat(figure(orders, FigureWorld.partly(Set.of("c02"), "nobody")).value())
                .isEqualByComparingTo("1");
        assertThat(figure(orders, FigureWorld.partly(Set.of(), "chengguan")).value())
                .isEqualByComparingTo("1");
        assertThat(figure(orders, FigureWorld.partly(Set.of("c07"), "nobody")).value())
                .isEqualByComparingTo("0");
    }

    @Test
    void parts_add_up_to_the_whole() throws Exception {
        assertThat(by(bundled("hotline-orders"), Split.COMMITTEE)).isEqualTo(Map.of("c01", "1", "c02", "1"));
        assertThat(by(bundled("hotline-orders"), Split.UNIT)).isEqualTo(Map.of("chengguan", "1", "fangguan", "1"));
        assertThat(by(bundled("hotline-orders"), Split.MONTH)).isEqualTo(Map.of("2021-03", "2"));
    }

    @Test
    void on_time_counts_what_was_due_and_what_is_late_but_not_what_is_void_or_paused() throws Exception {
        world.clocks(first, """
                [{"name": "handle", "round": 1, "started_at": "2021-03-01T02:00:00Z", "due_at": "2021-03-02T02:00:00Z", "outcome": "void"},
                 {"name": "handle", "round": 2, "started_at": "2021-03-02T02:00:00Z", "due_at": "2021-03-03T02:00:00Z", "outcome": "met"},
                 {"name": "whole", "round": 1, "started_at": "2021-03-02T02:00:00Z", "due_at": "2021-03-09T02:00:00Z", "outcome": "missed"},
                 {"name": "handle", "round": 3, "started_at": "2021-03-04T02:00:00Z", "due_at": "2021-04-01T02:00:00Z", "outcome": "met"}]
                """);
        world.clocks(second, """
                [{"name": "handle", "round": 1, "started_at": "2021-03-01T02:00:00Z", "due_at": "2021-03-05T02:00:00Z", "outcome": "running"},
                 {"name": "whole", "round": 1, "started_at": "2021-03-01T02:00:00Z", "due_at": "2021-03-05T02:00:00Z", "outcome": "paused"}]
                """);
        assertThat(figure("on-time-handling")).isEqualTo(Figure.ratio(new BigDecimal("1"), new BigDecimal("2")));
        assertThat(figure("on-time-closing").value()).isEqualByComparingTo("0");
        assertThat(figure("closing-rate").value()).isEqualByComparingTo("1");
    }

    @Test
    void a_dispatch_that_was_returned_was_not_accurate_and_one_that_was_taken_back_never_was() throws Exception {
        world.step(first, 1, "2021-03-02T02:00:00Z", "accept", "[]");
        world.step(first, 2, "2021-03-02T03:00:00Z", "dispatch", "[]");
        world.step(first, 3, "2021-03-02T03:00:30Z", "undo", "[{\"fact\": \"undone\", \"seq\": 2}]");
        world.step(first, 4, "2021-03-02T04:00:00Z", "dispatch", "[]");
        world.step(first, 5, "2021-03-02T05:00:00Z", "ask-return", "[]");
        world.step(first, 6, "2021-03-02T06:00:00Z", "grant-return", "[]");
        world.step(first, 7, "2021-03-02T07:00:00Z", "dispatch", "[]");
        assertThat(figure("dispatch-accuracy")).isEqualTo(Figure.ratio(new BigDecimal("1"), new BigDecimal("2")));
        assertThat(figure("establishment-rate")).isEqualTo(Figure.ratio(new BigDecimal("1"), new BigDecimal("2")));
    }

    @Test
    void feedback_that_fails_is_rework() throws Exception {
        world.step(first, 1, "2021-03-02T02:00:00Z", "feedback", "[]");
        world.step(first, 2, "2021-03-03T02:00:00Z", "fail", "[]");
        world.step(first, 3, "2021-03-04T02:00:00Z", "feedback", "[]");
        world.step(first, 4, "2021-03-05T02:00:00Z", "pass", "[]");
        world.step(second, 1, "2021-03-31T15:00:00Z", "feedback", "[]");
        assertThat(figure("rework-rate")).isEqualTo(Figure.ratio(new BigDecimal("1"), new BigDecimal("3")));
    }

    @Test
    void only_valid_visits_say_something_of_satisfaction() throws Exception {
        assertThat(figure("hotline-solved").value()).isEqualByComparingTo("0.5");
        assertThat(figure("hotline-satisfaction").value()).isEqualByComparingTo("90");
    }

    @Test
    void nothing_to_divide_by_is_no_figure() throws Exception {
        assertThat(figure("rework-rate").value()).isNull();
    }

    @Test
    void a_sealed_field_is_not_among_the_data() throws SQLException {
        world.db.sql("""
               insert into registry.entry (tenant, id, register, key, label, data, asked, missing, refs, marks, alike, words, grams, version, confirmed_at,
                   created_at, changed_at)
               values (310110018, gen_random_uuid(), 'shop', '1', '店', '{"name": "店", "phone": "sm4:k1:abc"}', 1, '{}', '{}', '{}', '', '', '{}', 1, now(),
                   now(), now())
               """).update();
        assertThat(world.told(FigureWorld.ALL, "select data::text from figures.entry"))
                .containsExactly("{\"name\": \"店\"}");
        assertThat(world.told(Reader.ofAll(FigureWorld.DAQIAO, List.of()), "select data::text from figures.entry"))
                .isEmpty();
    }

    private Figure figure(String name) throws Exception {
        return figure(bundled(name), FigureWorld.ALL);
    }

    private Figure figure(Indicator indicator, Reader reader) throws SQLException {
        return world.store.ask(reader, session -> session.list(
                        FigureSql.whole(indicator, MARCH, FigureWorld.NOW), row -> FigureSql.figure(indicator, row))
                .getFirst());
    }

    private Map<String, String> by(Indicator indicator, Split split) throws SQLException {
        return world
                .store
                .ask(
                        FigureWorld.ALL,
                        session -> session.list(
                                FigureSql.by(indicator, split, MARCH, FigureWorld.NOW),
                                row -> Map.entry(row.getString("key"), row.getString(1))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Indicator bundled(String name) throws java.io.IOException {
        return FigureWorld.read(Files.readString(Path.of("scenarios/standard/indicators", name + ".sql")));
    }
}
