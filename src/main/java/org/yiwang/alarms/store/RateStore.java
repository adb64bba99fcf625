package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.model.FalseRate;
import org.yiwang.organisation.Staff;

/** How often devices cry wolf. */
@Component
public class RateStore {
    /**
     * The worst first: by the lower bound of the share at 95 per cent (Wilson 1927), so that one false alarm out of one does not go before nine out of ten.
     */
    private static final String RATES = """
            select device, max(label) as label, max(kind) as kind, max(committee) as committee, judged, wrong from (
                select a.device, first_value(a.label) over w as label, first_value(a.kind) over w as kind,
                    first_value(a.committee) over w as committee,
                    (count(*) over d)::int as judged, (count(*) filter (where a.verdict = 'false') over d)::int as wrong
                from alarms.alarm a
                where a.tenant = :tenant and a.verdict is not null and a.raised_at > :since and (:device::text is null or a.device = :device)
                    and (:everything or a.area = any(:areas) or a.committee = any(:committees))
                window d as (partition by a.device), w as (partition by a.device order by a.raised_at desc)
            ) of_device
            group by device, judged, wrong
            order by (wrong + 1.9208 - 1.96 * sqrt(wrong * (judged - wrong)::float8 / judged + 0.9604)) / (judged + 3.8416) desc, judged desc, device
            limit :limit
            """;

    private final JdbcClient db;

    public RateStore(JdbcClient db) {
        this.db = db;
    }

    public record Rate(
            String device,
            String label,
            String kind,
            @Nullable String committee,
            FalseRate rate) {}

    /**
     * Of devices with alarms that were judged since then.
     *
     * @param device only this one
     */
    public List<Rate> of(Staff staff, @Nullable String device, Instant since, int limit) {
        return db.sql(RATES)
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("device", device)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query((row, number) -> new Rate(
                        row.getString("device"),
                        row.getString("label"),
                        row.getString("kind"),
                        row.getString("committee"),
                        new FalseRate(row.getInt("judged"), row.getInt("wrong"))))
                .list();
    }
}
