package org.yiwang.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.indicators.model.Statement;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Spot;
import org.yiwang.worktime.WorkCalendar;

/**
 * Has the database try an indicator before it is published: whether views and columns are there, whether what must come out comes out, whether it is quick enough,
 * and whether the list has as many records as the figure says. What the database says is noted with the line it speaks of.
 */
record TrySql(FigureStore store, Reader reader, Faults faults, Instant now) {
    private static final int DAYS = 365;
    private static final List<String> NUMBERS = List.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final List<String> TEXTS = List.of("text", "varchar");
    private static final List<String> DAYS_AND_MOMENTS = List.of("date", "timestamp", "timestamptz");
    private static final List<String> MOMENTS = List.of("timestamptz");
    private static final List<String> UUIDS = List.of("uuid");
    private static final List<String> FLAGS = List.of("bool");

    /** What the database said no to. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    void tryOut(Indicator indicator) {
        Span year = year();
        boolean isFigure = hasColumns(indicator.figure(), figureColumns(indicator), year);
        boolean areRecords = hasColumns(indicator.records(), recordColumns(indicator), year);
        if (!isFigure || !areRecords) return;
        try {
            Figure figure = run(
                    indicator.figure(), FigureSql.whole(indicator, year, now), row -> FigureSql.figure(indicator, row));
            Tally tally = run(
                    indicator.records(),
                    FigureSql.tally(indicator, year, now),
                    row -> new Tally(row.getBigDecimal(1), row.getBigDecimal(2)));
            compare(indicator, figure, tally);
            for (Split split : indicator.by()) {
                String sql = FigureSql.by(indicator, split, year, now);
                ask(indicator.figure(), sql, session -> session.list(sql, row -> row.getString("key")));
            }
        } catch (Failed noted) {
            // Its fault is among the others.
        }
    }

    /** @param counting of a rate, those that count */
    private record Tally(BigDecimal records, @Nullable BigDecimal counting) {}

    private Span year() {
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        return new Span(today.minusDays(DAYS - 1), today);
    }

    private void compare(Indicator indicator, Figure figure, Tally tally) {
        if (indicator.kind() == Kind.COUNT) compare(indicator, "value", figure.value(), tally.records());
        if (indicator.kind() == Kind.RATE) {
            compare(indicator, "denominator", figure.denominator(), tally.records());
            if (figure.numerator() != null
                    && figure.numerator().stripTrailingZeros().scale() <= 0)
                compare(indicator, "numerator", figure.numerator(), tally.counting());
        }
    }

    private void compare(Indicator indicator, String what, @Nullable BigDecimal figure, @Nullable BigDecimal records) {
        if (figure == null || records == null || figure.compareTo(records) == 0) return;
        faults.fault(
                spot(indicator.records()),
                "indicators.list-differs",
                what,
                figure.stripTrailingZeros().toPlainString(),
                records.toPlainString());
    }

    private static Map<String, List<String>> figureColumns(Indicator indicator) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (indicator.isRatio()) {
            columns.put("numerator", NUMBERS);
            columns.put("denominator", NUMBERS);
        } else {
            columns.put("value", NUMBERS);
        }
        for (Split split : indicator.by()) columns.put(split.id(), split == Split.MONTH ? DAYS_AND_MOMENTS : TEXTS);
        return columns;
    }

    private static Map<String, List<String>> recordColumns(Indicator indicator) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("kind", TEXTS);
        columns.put("id", UUIDS);
        columns.put("label", TEXTS);
        columns.put("at", MOMENTS);
        columns.put("committee", TEXTS);
        if (indicator.by().contains(Split.UNIT)) columns.put("unit", TEXTS);
        if (indicator.kind() == Kind.RATE) columns.put("counts", FLAGS);
        return columns;
    }

    private boolean hasColumns(Statement statement, Map<String, List<String>> wanted, Span span) {
        try {
            Map<String, String> found = ask(statement, columnsOf(statement, span), session -> {
                try (java.sql.Statement select = session.connection().createStatement();
                        ResultSet none = select.executeQuery(columnsOf(statement, span))) {
                    return columns(none.getMetaData());
                }
            });
            boolean isGood = true;
            for (Map.Entry<String, List<String>> column : wanted.entrySet())
                isGood &= isThere(statement, column.getKey(), column.getValue(), found);
            return isGood;
        } catch (Failed noted) {
            return false;
        }
    }

    private String columnsOf(Statement statement, Span span) {
        return "select f.*" + FigureSql.BEFORE + statement.of(span, now) + FigureSql.AFTER + " limit 0";
    }

    private static Map<String, String> columns(ResultSetMetaData about) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 1; i <= about.getColumnCount(); i++)
            columns.put(about.getColumnName(i), about.getColumnTypeName(i));
        return columns;
    }

    private boolean isThere(Statement statement, String name, List<String> types, Map<String, String> found) {
        String type = found.get(name);
        if (type == null)
            faults.fault(spot(statement), "indicators.column-missing", name, String.join(", ", found.keySet()));
        else if (!types.contains(type))
            faults.fault(spot(statement), "indicators.column-type", name, type, String.join(", ", types));
        return type != null && types.contains(type);
    }

    private <T> T run(Statement statement, String sql, FigureStore.Row<T> row) throws Failed {
        return ask(statement, sql, session -> session.list(sql, row).getFirst());
    }

    private <T> T ask(Statement statement, String sql, FigureStore.Question<T> question) throws Failed {
        try {
            return store.ask(reader, question);
        } catch (PSQLException e) {
            note(statement, sql, e);
            throw new Failed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(Statement statement, String sql, PSQLException said) {
        Optional<ServerErrorMessage> message = Optional.ofNullable(said.getServerErrorMessage());
        Spot spot = message.map(one -> spot(statement, sql, one.getPosition())).orElse(spot(statement));
        String words = message.map(ServerErrorMessage::getMessage).orElse(String.valueOf(said.getMessage()));
        String hint =
                message.map(ServerErrorMessage::getHint).map(one -> " " + one).orElse("");
        switch (String.valueOf(said.getSQLState())) {
            case "42P01" -> faults.fault(spot, "indicators.no-view", words, String.join(", ", store.views()));
            case "42703" -> faults.fault(spot, "indicators.no-column", words + hint);
            case "42501" -> faults.fault(spot, "indicators.not-open", words, String.join(", ", store.views()));
            case "57014" -> faults.fault(spot, "indicators.too-slow", FigureStore.SECONDS_MAX);
            case "25006" -> faults.fault(spot, "indicators.writes", words);
            default -> faults.fault(spot, "indicators.database", words + hint);
        }
    }

    private static Spot spot(Statement statement) {
        return new Spot(statement.file(), statement.line());
    }

    /** @param position of a sign in what was sent, counted from 1; 0 where the database does not say */
    private static Spot spot(Statement statement, String sql, int position) {
        int start = sql.indexOf(FigureSql.BEFORE) + FigureSql.BEFORE.length();
        int end = sql.lastIndexOf(FigureSql.AFTER);
        if (position <= start || position - 1 >= end) return spot(statement);
        int lines = (int) sql.substring(start, position - 1)
                .chars()
                .filter(sign -> sign == '\n')
                .count();
        return new Spot(statement.file(), statement.line() + lines);
    }
}
