package org.yiwang.assessment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.DescribeLine;
import org.yiwang.assessment.model.Scheme;
import org.yiwang.assessment.store.EditionStore.Part;
import org.yiwang.assessment.store.EditionStore.Result;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.web.CsvRow;

/** Scores and the orders behind them as tables for spreadsheets (RFC 4180). */
record ScoreSheet(Scheme scheme, UnitTree units, Locale locale) {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    byte[] scores(List<Result> results) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);
        List<String> heading = new ArrayList<>(
                english() ? List.of("Table", "Unit", "Orders", "Score", "Rank") : List.of("表", "单位", "工单", "得分", "排名"));
        for (String id : scheme.ids()) {
            String title = scheme.title(id).in(locale.getLanguage());
            if (scheme.isMeasure(id)) heading.add(title + "%");
            heading.add(title + (english() ? " (points)" : "（分）"));
        }
        table.append(CsvRow.of(heading));
        for (Result result : results) table.append(CsvRow.of(row(result)));
        return table.toString().getBytes(UTF_8);
    }

    private List<String> row(Result result) {
        List<String> row = new ArrayList<>(List.of(
                board(result.board()),
                unit(result.unit()),
                Integer.toString(result.orders()),
                result.total()
                        .setScale(scheme.decimals(), java.math.RoundingMode.HALF_UP)
                        .toPlainString(),
                result.rank() == null ? "" : result.rank().toString()));
        for (String id : scheme.ids()) {
            Part part = result.parts().get(id);
            if (scheme.isMeasure(id))
                row.add(
                        part == null || part.rate() == null
                                ? ""
                                : part.rate().movePointRight(2).toPlainString());
            row.add(part == null ? "" : signless(part.points().toPlainString()));
        }
        return row;
    }

    /** Deductions keep their sign as a word: a spreadsheet would take a cell that begins with it for a formula. */
    private String signless(String points) {
        return points.startsWith("-") ? (english() ? "minus " : "扣 ") + points.substring(1) : points;
    }

    byte[] lines(List<Cost> costs, DescribeLine words) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK)
                .append(CsvRow.of(
                        english()
                                ? List.of("Order", "Matter", "Measure", "Lost points", "Why")
                                : List.of("工单", "事项", "项目", "失分", "原因")));
        for (Cost cost : costs)
            table.append(CsvRow.of(List.of(
                    cost.line().number(),
                    cost.line().title(),
                    scheme.title(cost.line().measure()).in(locale.getLanguage()),
                    signless(cost.points().rounded(ScoreViews.COST_DECIMALS).toPlainString()),
                    words.of(cost.line()))));
        return table.toString().getBytes(UTF_8);
    }

    private String board(Board board) {
        return switch (board) {
            case ALL -> english() ? "Sub-district" : "街道";
            case DEPARTMENT -> english() ? "Departments" : "部门";
            case COMMITTEE -> english() ? "Committees" : "居委会";
        };
    }

    private String unit(String id) {
        if (id.equals(Board.WHOLE)) return english() ? "Whole sub-district" : "全街道";
        return units.find(new UnitId(id))
                .map(unit -> english() ? unit.nameEn() : unit.name())
                .orElse(id);
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }
}
