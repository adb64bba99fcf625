package org.yiwang.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.CaseOutcomes;
import org.yiwang.casework.CaseOutcomes.Outcome;
import org.yiwang.casework.CaseOutcomes.Standing;
import org.yiwang.organisation.Staff;
import org.yiwang.rounds.CoverRounds.Narrowed;
import org.yiwang.rounds.model.Campaign;

/** What a campaign has come to: how much was looked at, what was found, how much of it is put right. */
@Service
public class CountCampaign {
    /**
     * Figures of a campaign, within the reader's sight.
     *
     * @param total stops, without those that are no longer wanted
     * @param failed stops at which something was found
     * @param found cases opened, without those that were declined, withdrawn or merged
     * @param rectified of them those that somebody else has verified
     * @param overdue of them those whose limit has run out
     */
    public record Figures(
            long total,
            long made,
            long missed,
            long open,
            long proven,
            long failed,
            long found,
            long rectified,
            long overdue) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Figures with(Outcome cases) {
            return new Figures(
                    total, made, missed, open, proven, failed, cases.found(), cases.rectified(), cases.overdue());
        }
    }

    private final JdbcClient db;
    private final CaseOutcomes outcomes;

    CountCampaign(JdbcClient db, CaseOutcomes outcomes) {
        this.db = db;
        this.outcomes = outcomes;
    }

    /** Stops of a campaign, with the cases that they opened. */
    private record Counted(UUID campaign, Figures stops, List<UUID> cases) {}

    public Figures of(Staff staff, Campaign campaign, Instant now) {
        return of(staff, List.of(campaign), now).getOrDefault(campaign.id(), Figures.NONE);
    }

    /** Of several at once, by campaign; those without a stop that the person sees are missing. */
    public Map<UUID, Figures> of(Staff staff, List<Campaign> campaigns, Instant now) {
        if (campaigns.isEmpty()) return Map.of();
        List<Counted> counted = counted(staff, campaigns, now);
        List<UUID> cases = counted.stream().flatMap(one -> one.cases().stream()).toList();
        Map<UUID, Standing> standings = outcomes.of(staff.tenant(), cases, now);
        Map<UUID, Figures> figures = new HashMap<>();
        for (Counted one : counted) {
            Outcome sum = one.cases().stream()
                    .map(standings::get)
                    .filter(Objects::nonNull)
                    .map(Standing::outcome)
                    .reduce(Outcome.NONE, Outcome::plus);
            figures.put(one.campaign(), one.stops().with(sum));
        }
        return figures;
    }

    private List<Counted> counted(Staff staff, List<Campaign> campaigns, Instant now) {
        return db.sql("""
                      with mine as (
                          select s.* from rounds.stop s where s.tenant = :tenant and s.campaign = any(:campaigns) and %s)
                      select campaign,
                          count(*) filter (where again is null and state = 'made') as made,
                          count(*) filter (where again is null and (state = 'missed' or state = 'open' and due_at <= :now)) as missed,
                          count(*) filter (where again is null and state = 'open' and due_at > :now) as open,
                          count(*) filter (where again is null and proven) as proven,
                          count(*) filter (where again is null and failed) as failed,
                          (select array_agg(c.id) from mine m, unnest(m.cases) as c(id) where m.campaign = mine.campaign and m.state = 'made') as cases
                      from mine group by campaign
                      """.formatted(StopSight.CONDITION))
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("campaigns", campaigns.stream().map(Campaign::id).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, n) -> counted(row))
                .list();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        long made = row.getLong("made");
        long missed = row.getLong("missed");
        long open = row.getLong("open");
        return new Counted(
                row.getObject("campaign", UUID.class),
                new Figures(
                        made + missed + open,
                        made,
                        missed,
                        open,
                        row.getLong("proven"),
                        row.getLong("failed"),
                        0,
                        0,
                        0),
                row.getArray("cases") == null ? List.of() : StopStore.ids(row, "cases"));
    }

    /** The stops of the campaign and no others. */
    public static Narrowed narrowed(Campaign campaign) {
        return new Narrowed(
                null, campaign.id(), campaign.period().from(), campaign.period().to());
    }
}
