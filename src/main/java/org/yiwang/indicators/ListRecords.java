package org.yiwang.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.indicators.FigureSql.Narrowed;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** The records behind a figure (下钻), the latest first: as many as it counts. */
@Service
public class ListRecords {
    public static final int ROWS_MAX = 50_000;

    /**
     * A record.
     *
     * @param kind case, entry or stop
     * @param counts of a rate, whether it counts for it; null otherwise
     * @param register of an entry
     */
    public record Found(
            String kind,
            UUID id,
            String label,
            Instant at,
            @Nullable String committee,
            @Nullable String unit,
            @Nullable Boolean counts,
            @Nullable String register) {}

    public record Page(List<Found> items, long total) {}

    private final ComputeFigures figures;

    ListRecords(ComputeFigures figures) {
        this.figures = figures;
    }

    /** @param counts of a rate, only those that count for it, or only those that do not */
    public Page page(
            Staff staff,
            Indicator indicator,
            Span span,
            @Nullable String committee,
            @Nullable String unit,
            @Nullable Boolean counts,
            int rows,
            int skipped,
            Instant now) {
        if (unit != null && !indicator.by().contains(Split.UNIT))
            throw Refusal.invalid(
                            "unit", "indicators.no-split", indicator.title().zh(), Split.UNIT.id())
                    .exception();
        Boolean counting = indicator.kind() == Kind.RATE ? counts : null;
        String sql = FigureSql.records(indicator, span, now, new Narrowed(committee, unit, counting), rows, skipped);
        long[] total = {0};
        List<Found> items = figures.ask(
                staff,
                indicator,
                session -> session.list(sql, row -> {
                    total[0] = row.getLong("in_all");
                    return found(indicator, row);
                }));
        return new Page(items, total[0]);
    }

    private static Found found(Indicator indicator, ResultSet row) throws SQLException {
        Set<String> names = indicator.records().names();
        return new Found(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                Objects.requireNonNullElse(row.getString("label"), ""),
                at(row),
                row.getString("committee"),
                indicator.by().contains(Split.UNIT) ? row.getString("unit") : null,
                indicator.kind() == Kind.RATE ? row.getBoolean("counts") : null,
                names.contains("register") && names.contains("entry") ? register(row) : null);
    }

    /** What has not happened yet stands at the beginning of time, so that it comes last. */
    private static Instant at(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static @Nullable String register(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++)
            if (columns.getColumnName(i).equals("register")) return row.getString(i);
        return null;
    }
}
