package org.yiwang.rounds;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.yiwang.casework.CaseOutcomes;
import org.yiwang.casework.CaseOutcomes.Outcome;
import org.yiwang.organisation.Staff;
import org.yiwang.rounds.CoverRounds.Coverage;
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
            long overdue) {}

    private final CoverRounds cover;
    private final StopStore stops;
    private final CaseOutcomes outcomes;

    CountCampaign(CoverRounds cover, StopStore stops, CaseOutcomes outcomes) {
        this.cover = cover;
        this.stops = stops;
        this.outcomes = outcomes;
    }

    public Figures of(Staff staff, Campaign campaign, Instant now) {
        Outcome cases = outcomes.sum(campaign.tenant(), stops.casesOf(staff, campaign.id()), now);
        return cover.by(staff, "round", narrowed(campaign), now).stream()
                .findFirst()
                .map(row -> figures(row, cases))
                .orElse(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Figures figures(Coverage row, Outcome cases) {
        return new Figures(
                row.made() + row.missed() + row.open(),
                row.made(),
                row.missed(),
                row.open(),
                row.proven(),
                row.failed(),
                cases.found(),
                cases.rectified(),
                cases.overdue());
    }

    /** The stops of the campaign and no others. */
    public static Narrowed narrowed(Campaign campaign) {
        return new Narrowed(
                null, campaign.id(), campaign.period().from(), campaign.period().to());
    }
}
