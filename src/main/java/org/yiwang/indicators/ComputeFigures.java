package org.yiwang.indicators;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yiwang.indicators.FigureStore.Question;
import org.yiwang.indicators.FigureStore.Session;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.Registers;

/** Figures for a person: each counts what that person could open one by one. */
@Service
public class ComputeFigures {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeFigures.class);
    private static final String TOO_SLOW = "57014";

    /**
     * A part of a figure.
     *
     * @param key a committee, a unit, a month such as 2021-03, or {@code before}
     * @param span the days of a month; those of the whole otherwise
     */
    public record Part(String key, Span span, Figure figure) {}

    /** A figure, with that of the period before where it was asked for. */
    public record Compared(Figure now, @Nullable Part before) {}

    private final FigureStore store;
    private final Registers registers;

    ComputeFigures(FigureStore store, Registers registers) {
        this.store = store;
        this.registers = registers;
    }

    /** @param step how far back the period before lies; null where nothing is compared */
    public Compared compared(Staff staff, Indicator indicator, Span span, Span.@Nullable Step step, Instant now) {
        return ask(
                staff,
                indicator,
                session -> new Compared(
                        whole(session, indicator, span, now),
                        step == null ? null : before(session, indicator, span.before(step), now)));
    }

    private static Part before(Session session, Indicator indicator, Span span, Instant now) throws SQLException {
        return new Part("before", span, whole(session, indicator, span, now));
    }

    /** Months without records are there too; of the rest only what has some. */
    public List<Part> by(Staff staff, Indicator indicator, Split split, Span span, Instant now) {
        if (split == Split.MONTH) return ask(staff, indicator, session -> months(session, indicator, span, now));
        if (!indicator.by().contains(split))
            throw Refusal.invalid("by", "indicators.no-split", indicator.title().zh(), split.id())
                    .exception();
        return ask(staff, indicator, session -> parts(session, indicator, split, span, now));
    }

    <T> T ask(Staff staff, Indicator indicator, Question<T> question) {
        try {
            return store.ask(Reader.of(staff, registers.all(staff.tenant())), question);
        } catch (PSQLException e) {
            LOG.warn("Indicator {}/{} could not be answered", indicator.packageId(), indicator.name(), e);
            String code = TOO_SLOW.equals(e.getSQLState()) ? "indicators.slow-now" : "indicators.fails-now";
            throw Refusal.refuse(
                            Refusal.Kind.UNAVAILABLE,
                            code,
                            indicator.title().zh(),
                            indicator.title().en())
                    .exception();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Figure whole(Session session, Indicator indicator, Span span, Instant now) throws SQLException {
        return session.list(FigureSql.whole(indicator, span, now), row -> FigureSql.figure(indicator, row))
                .getFirst();
    }

    private static List<Part> parts(Session session, Indicator indicator, Split split, Span span, Instant now)
            throws SQLException {
        return session.list(
                FigureSql.by(indicator, split, span, now),
                row -> new Part(
                        Optional.ofNullable(row.getString("key")).orElse(""), span, FigureSql.figure(indicator, row)));
    }

    /** In one go where the select says which month a row belongs to; month by month where that cannot be added up, as with different things counted. */
    private static List<Part> months(Session session, Indicator indicator, Span span, Instant now) throws SQLException {
        List<Part> months = new ArrayList<>();
        if (!indicator.by().contains(Split.MONTH)) {
            for (Span month : span.months())
                months.add(new Part(key(month), month, whole(session, indicator, month, now)));
            return months;
        }
        Map<String, Figure> found = new HashMap<>();
        parts(session, indicator, Split.MONTH, span, now).forEach(part -> found.put(part.key(), part.figure()));
        Figure none = indicator.isRatio() ? Figure.ratio(null, null) : Figure.sum(null);
        for (Span month : span.months()) months.add(new Part(key(month), month, found.getOrDefault(key(month), none)));
        return months;
    }

    private static String key(Span month) {
        return java.time.YearMonth.from(month.from()).toString();
    }
}
