package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Trouble;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Cases that need more than their handler, as far as the person sees them: hard, repeated, returned, overdue, or closed to nobody's satisfaction. */
@Service
public class FindTroubled {
    public static final int ROWS_MAX = 500;

    private static final String TROUBLED = """
            with recent as (
                select c.id, c.category, c.address, r.phone_index, max(c.reported_at) over place as last,
                    count(*) over place as there,
                    case when r.phone_index is null then 0 else count(*) over caller end as by_caller
                from casework.cases c
                left join lateral (
                    select phone_index from casework.case_report r
                    where r.tenant = c.tenant and r.case_id = c.id order by r.at, r.id limit 1) r on true
                where c.tenant = :tenant and c.reported_at >= :since and c.stage not in ('declined', 'withdrawn')
                window place as (partition by c.category, c.address), caller as (partition by c.category, r.phone_index)
            ), marked as (
                select c.id, c.number, c.title, c.category, c.address, c.stage, c.open, c.lead, c.reported_at,
                    c.open and (c.stage = 'arbitration' or (c.notes ->> 'arbitrated')::boolean or (c.notes ->> 'reworks')::int >= :reworks
                        or (c.notes ->> 'reopens')::int >= :reopens) as hard,
                    coalesce(r.there >= :again or r.by_caller >= :again, false) and r.last >= :week as repeated,
                    r.there >= :again as there,
                    c.open and (c.notes ->> 'returns')::int >= :returns as returned,
                    c.open and c.supervision >= :supervision and not c.clock_paused and c.clock_due < :now as late,
                    c.updated_at >= :week and c.stage = 'closed'
                        and coalesce((c.notes #>> '{visits,-1,satisfaction}')::int <= :stars, false) as dissatisfied
                from casework.cases c left join recent r on r.id = c.id
                where c.tenant = :tenant and (c.open or c.updated_at >= :week or r.there >= :again or r.by_caller >= :again) and
            """ + CaseSight.CONDITION + """

            )
            select * from marked where hard or repeated or returned or late or dissatisfied
            order by reported_at desc, number desc limit :limit
            """;

    /**
     * From when on a case is troubled.
     *
     * @param again cases of one category and place, or of one caller, within {@code within}; three of them make a matter for the meeting
     * @param within how far back repetitions count
     * @param reworks, reopens, returns so often and more
     * @param supervision level of an overdue case, 3 for the yellow card
     * @param stars at most so many of five at the last return visit
     */
    public record Bounds(
            int again, Duration within, int reworks, int reopens, int returns, int supervision, int stars) {}

    /**
     * @param together the same for all cases of one place that repeat each other; missing for a case by itself
     */
    public record Troubled(
            UUID id,
            String number,
            String title,
            String category,
            String address,
            @Nullable UnitId lead,
            List<Trouble> why,
            @Nullable String together) {}

    private final JdbcClient db;

    FindTroubled(JdbcClient db) {
        this.db = db;
    }

    /** @param week from when on repetitions and bad answers are news */
    public List<Troubled> of(Staff staff, Bounds bounds, Instant week, Instant now) {
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.put("week", Timestamp.from(week));
        parameters.put("since", Timestamp.from(now.minus(bounds.within())));
        parameters.put("again", bounds.again());
        parameters.put("reworks", bounds.reworks());
        parameters.put("reopens", bounds.reopens());
        parameters.put("returns", bounds.returns());
        parameters.put("supervision", bounds.supervision());
        parameters.put("stars", bounds.stars());
        parameters.put("limit", ROWS_MAX);
        return db.sql(TROUBLED)
                .params(parameters)
                .query((row, number) -> troubled(row))
                .list();
    }

    private static Troubled troubled(ResultSet row) throws SQLException {
        List<Trouble> why = new ArrayList<>();
        if (row.getBoolean("hard")) why.add(Trouble.HARD);
        if (row.getBoolean("repeated")) why.add(Trouble.REPEATED);
        if (row.getBoolean("returned")) why.add(Trouble.RETURNED);
        if (row.getBoolean("late")) why.add(Trouble.LATE);
        if (row.getBoolean("dissatisfied")) why.add(Trouble.DISSATISFIED);
        String lead = row.getString("lead");
        String place = row.getString("category") + "/" + row.getString("address");
        return new Troubled(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("category"),
                row.getString("address"),
                lead == null ? null : new UnitId(lead),
                why,
                row.getBoolean("repeated") && row.getBoolean("there") ? place : null);
    }
}
