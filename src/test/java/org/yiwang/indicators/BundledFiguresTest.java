package org.yiwang.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Every figure that comes with the program, over the demonstration year. */
@Tag("database")
class BundledFiguresTest {
    private static final Span YEAR = new Span(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
    private static final Span MARCH = new Span(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31));
    /** On a machine that has other things to do; alone each takes less than a third of it. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    /** As {@code FigureWorld.ALL}, and all registers of the demonstration that figures look at. */
    private static final Reader EVERYTHING = Reader.ofAll(
            FigureWorld.DAQIAO, List.of("shop", "building", "lift", "lift-controller", "waste-point", "waste-sensor"));

    private static FigureStore store;
    private static ComputeFigures figures;
    private static ListRecords records;
    private static List<Indicator> all;

    @BeforeAll
    static void load() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        store = demo.bean(FigureStore.class);
        figures = demo.bean(ComputeFigures.class);
        records = demo.bean(ListRecords.class);
        all = demo.bean(Indicators.class).all(FigureWorld.DAQIAO).stream()
                .flatMap(group -> group.indicators().stream())
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void a_list_has_as_many_records_as_its_figure_says() throws Exception {
        for (Indicator indicator : all)
            for (Span span : List.of(YEAR, MARCH)) {
                Figure figure = whole(EVERYTHING, indicator, span);
                List<@Nullable BigDecimal> tally = store.ask(
                                EVERYTHING,
                                session -> session.list(
                                        FigureSql.tally(indicator, span, FigureWorld.NOW),
                                        row -> Stream.of(row.getBigDecimal(1), row.getBigDecimal(2))
                                                .toList()))
                        .getFirst();
                String name = indicator.packageId() + "/" + indicator.name() + " " + span;
                if (indicator.kind() == Kind.COUNT)
                    assertThat(tally.get(0)).as(name).isEqualByComparingTo(figure.value());
                if (indicator.isRatio()) assertThat(tally.get(0)).as(name).isEqualByComparingTo(figure.denominator());
                if (indicator.kind() == Kind.RATE)
                    assertThat(tally.get(1)).as(name).isEqualByComparingTo(figure.numerator());
            }
    }

    @Test
    void parts_add_up_to_the_whole() throws Exception {
        for (Indicator indicator : all) {
            Figure whole = whole(EVERYTHING, indicator, YEAR);
            for (Split split : indicator.by()) {
                List<Figure> parts = store.ask(
                        EVERYTHING,
                        session -> session.list(
                                FigureSql.by(indicator, split, YEAR, FigureWorld.NOW),
                                row -> FigureSql.figure(indicator, row)));
                assertThat(sum(indicator, parts))
                        .as(indicator.name() + " " + split)
                        .isEqualByComparingTo(sum(indicator, List.of(whole)));
            }
        }
    }

    @Test
    void the_year_says_what_its_file_says() throws Exception {
        Span untilTheDayBefore = new Span(YEAR.from(), LocalDate.of(2021, 12, 30));
        int orders = whole(EVERYTHING, named("hotline-orders"), untilTheDayBefore)
                .value()
                .intValueExact();
        assertThat(orders).isBetween(3690, 3702);
        assertThat(whole(EVERYTHING, named("hotline-first-contact"), YEAR).value())
                .isBetween(new BigDecimal("0.98"), BigDecimal.ONE);
        assertThat(whole(EVERYTHING, named("hotline-satisfaction"), YEAR).value())
                .isBetween(new BigDecimal("88"), new BigDecimal("95"));
        assertThat(whole(EVERYTHING, named("estates-with-control"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("3");
        assertThat(whole(EVERYTHING, named("buildings-with-control"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("23");
        assertThat(whole(EVERYTHING, named("estates-with-devices"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("17");
        assertThat(whole(EVERYTHING, named("points-with-devices"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("48");
        assertThat(whole(EVERYTHING, named("guide-pilots"), untilTheDayBefore).value())
                .isEqualByComparingTo("2");
        assertThat(whole(EVERYTHING, named("sorting-checks"), untilTheDayBefore).value())
                .isBetween(new BigDecimal("540"), new BigDecimal("576"));
        assertThat(whole(EVERYTHING, named("correct-rate"), untilTheDayBefore).value())
                .isBetween(new BigDecimal("75"), new BigDecimal("84"));
        assertThat(whole(EVERYTHING, named("scenarios-submitted"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("4");
        assertThat(whole(EVERYTHING, named("scenarios-approved"), untilTheDayBefore)
                        .value())
                .isEqualByComparingTo("1");
    }

    @Test
    void what_a_person_counts_is_what_that_person_can_open() {
        Indicator orders = named("hotline-orders");
        Staff committee = staff(Role.COMMITTEE, Set.of(new UnitId("c01")), "c01");
        long counted = figures.compared(committee, orders, YEAR, null, FigureWorld.NOW)
                .now()
                .value()
                .longValueExact();
        ListRecords.Page page =
                records.page(committee, orders, YEAR, null, null, null, ListRecords.ROWS_MAX, 0, FigureWorld.NOW);
        assertThat(page.total()).isEqualTo(counted).isPositive().isLessThan(3702);
        assertThat(page.items()).hasSize((int) counted);
        assertThat(figures.by(committee, orders, Split.COMMITTEE, YEAR, FigureWorld.NOW))
                .extracting(ComputeFigures.Part::key)
                .contains("c01");
    }

    @Test
    void a_part_lists_its_own_records() {
        Indicator handling = named("on-time-handling");
        Staff leader = staff(Role.LEADER, Set.of(), "centre");
        for (ComputeFigures.Part part : figures.by(leader, handling, Split.UNIT, MARCH, FigureWorld.NOW)) {
            if (part.key().isEmpty()) continue;
            long late = records.page(leader, handling, MARCH, null, part.key(), false, 1, 0, FigureWorld.NOW)
                    .total();
            assertThat(late)
                    .as(part.key())
                    .isEqualTo(part.figure()
                            .denominator()
                            .subtract(part.figure().numerator())
                            .longValueExact());
        }
        List<ComputeFigures.Part> months = figures.by(leader, handling, Split.MONTH, YEAR, FigureWorld.NOW);
        assertThat(months).hasSize(12);
        assertThat(months.get(2).figure())
                .isEqualTo(figures.compared(leader, handling, MARCH, null, FigureWorld.NOW)
                        .now());
    }

    @Test
    void every_figure_of_the_year_is_there_at_once() throws Exception {
        for (Indicator indicator : all) {
            Duration best = SLOW.multipliedBy(100);
            for (int turn = 0; turn < 5; turn++) {
                long start = System.nanoTime();
                whole(EVERYTHING, indicator, YEAR);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (took.compareTo(best) < 0) best = took;
            }
            System.out.printf("%-28s %4d ms%n", indicator.packageId() + "/" + indicator.name(), best.toMillis());
            assertThat(best).as(indicator.name()).isLessThan(SLOW);
        }
    }

    private static Staff staff(Role role, Set<UnitId> committees, String unit) {
        boolean everything = role == Role.LEADER;
        return new Staff(
                UUID.randomUUID(),
                FigureWorld.DAQIAO,
                "somebody",
                "某人",
                "Somebody",
                new UnitId(unit),
                Set.of(role),
                new Sight(everything, Set.of(), committees, new UnitId(unit)));
    }

    private static Figure whole(Reader reader, Indicator indicator, Span span) throws SQLException {
        return store.ask(reader, session -> session.list(
                        FigureSql.whole(indicator, span, FigureWorld.NOW), row -> FigureSql.figure(indicator, row))
                .getFirst());
    }

    private static BigDecimal sum(Indicator indicator, List<Figure> figures) {
        return figures.stream()
                .map(one -> indicator.isRatio() ? one.denominator() : one.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Indicator named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
