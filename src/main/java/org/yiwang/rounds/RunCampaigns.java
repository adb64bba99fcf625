package org.yiwang.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.model.Campaign;
import org.yiwang.rounds.model.Campaign.Deed;
import org.yiwang.rounds.model.Campaign.Ended;
import org.yiwang.rounds.model.Chosen;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.worktime.WorkCalendar;

/** Starts special campaigns, all of their stops at once, and ends them. */
@Service
public class RunCampaigns {
    public static final String PERMISSION = "rounds.campaigns";

    private static final int NAME_CHARACTERS_MAX = 60;
    private static final int REASON_CHARACTERS_MAX = 500;
    private static final int DAYS_MAX = 366;
    private static final int SUBJECTS_MAX = 5_000;

    private final Rounds rounds;
    private final StopStore stops;
    private final CampaignStore campaigns;
    private final ChooseSubjects choose;
    private final Units units;
    private final Ids ids;
    private final TransactionTemplate transaction;

    RunCampaigns(
            Rounds rounds,
            StopStore stops,
            CampaignStore campaigns,
            ChooseSubjects choose,
            Units units,
            Ids ids,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.stops = stops;
        this.campaigns = campaigns;
        this.choose = choose;
        this.units = units;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** @param unit whose people walk it; null for those responsible for the cell of each record */
    public record NewCampaign(
            String round,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable UnitId unit,
            Chosen chosen) {}

    /** What would be looked at. */
    public List<Subject> choose(Staff staff, String round, Chosen chosen) {
        Access.require(staff, PERMISSION);
        return choose.chosen(staff, campaignRound(staff, round), chosen);
    }

    /** @throws org.yiwang.platform.RefusedException when the person may not, something is missing, or nothing is chosen */
    public Campaign start(Staff staff, NewCampaign wanted, Instant now) {
        Access.require(staff, PERMISSION);
        Round round = campaignRound(staff, wanted.round());
        check(staff, wanted, now);
        List<Subject> subjects = choose.chosen(staff, round, wanted.chosen());
        checkCount(subjects);
        UnitId unit = wanted.unit() == null ? round.unit() : wanted.unit();
        if (unit == null) checkPlaced(subjects);
        Campaign campaign = new Campaign(
                ids.next(),
                staff.tenant(),
                round.packageId(),
                round.version(),
                round.name(),
                wanted.name().strip(),
                unit,
                new Period(wanted.from(), wanted.to()),
                wanted.chosen(),
                new Deed(now, staff.id(), staff.name()),
                null);
        transaction.executeWithoutResult(_ -> {
            campaigns.add(campaign);
            stops.add(staff.tenant(), stops(campaign, round, subjects));
        });
        return campaign;
    }

    private List<Stop> stops(Campaign campaign, Round round, List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> Stop.open(
                        ids.next(),
                        campaign.tenant(),
                        round,
                        subject,
                        campaign.unit(),
                        campaign.period(),
                        1,
                        campaign.id()))
                .toList();
    }

    /** Open stops need not be made any more; what was made stands. */
    public Campaign end(Staff staff, UUID id, String reason, Instant now) {
        Access.require(staff, PERMISSION);
        Campaign campaign = one(staff, id);
        if (!staff.sight().everything() && !staff.unit().equals(campaign.unit()))
            throw Refusal.forbidden("rounds.own-campaign", campaign.name()).exception();
        if (reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.invalid("reason", "rounds.end-reason", REASON_CHARACTERS_MAX)
                    .exception();
        Ended ended = new Ended(new Deed(now, staff.id(), staff.name()), reason.strip());
        transaction.executeWithoutResult(_ -> {
            if (campaign.isOver(now) || !campaigns.end(campaign, ended))
                throw Refusal.conflict("rounds.campaign-over", campaign.name()).exception();
            stops.dropOpen(campaign.tenant(), campaign.id());
        });
        return one(staff, id);
    }

    public Campaign one(Staff staff, UUID id) {
        return campaigns.find(staff.tenant(), id).orElseThrow(() -> Refusal.notFound("rounds.no-campaign")
                .exception());
    }

    /** The latest first. */
    public List<Campaign> all(Staff staff) {
        return campaigns.all(staff.tenant());
    }

    /** The latest first, from behind this one; one more than asked for where there are more. */
    public List<Campaign> page(Staff staff, @Nullable UUID after, int limit) {
        return campaigns.page(staff.tenant(), after, limit + 1);
    }

    private Round campaignRound(Staff staff, String id) {
        List<Round> known = rounds.inForce(staff.tenant()).stream()
                .filter(Round::isCampaign)
                .toList();
        return known.stream().filter(round -> round.id().equals(id)).findFirst().orElseThrow(() -> Refusal.invalid(
                        "round",
                        "rounds.no-campaign-round",
                        id,
                        known.stream().map(Round::id).collect(Collectors.joining(", ")))
                .exception());
    }

    private void check(Staff staff, NewCampaign wanted, Instant now) {
        if (wanted.name().isBlank() || wanted.name().length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid("name", "rounds.campaign-name", NAME_CHARACTERS_MAX)
                    .exception();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        boolean inOrder = !wanted.from().isAfter(wanted.to()) && !wanted.to().isBefore(today);
        if (!inOrder || wanted.from().plusDays(DAYS_MAX).isBefore(wanted.to()))
            throw Refusal.invalid("to", "rounds.campaign-days", DAYS_MAX).exception();
        checkUnit(staff, wanted.unit());
    }

    /** Whoever sees one unit's work alone sends that unit alone. */
    private void checkUnit(Staff staff, @Nullable UnitId unit) {
        if (!staff.sight().everything() && !staff.unit().equals(unit))
            throw Refusal.invalid("unit", "rounds.own-unit", staff.unit().value())
                    .exception();
        if (unit != null && units.find(staff.tenant(), unit).isEmpty())
            throw Refusal.invalid("unit", "case.unknown-unit", unit.value()).exception();
    }

    private static void checkCount(List<Subject> subjects) {
        if (subjects.isEmpty())
            throw Refusal.invalid("chosen", "rounds.nothing-chosen").exception();
        if (subjects.size() > SUBJECTS_MAX)
            throw Refusal.invalid("chosen", "rounds.too-many-chosen", subjects.size(), SUBJECTS_MAX)
                    .exception();
    }

    /** Without a unit those responsible for the cell go there; where there is no cell, nobody would. */
    private static void checkPlaced(List<Subject> subjects) {
        List<String> nowhere = subjects.stream()
                .filter(subject -> subject.cell() == null)
                .map(Subject::label)
                .toList();
        if (!nowhere.isEmpty())
            throw Refusal.invalid("unit", "rounds.nobody-near", nowhere.size(), nowhere.getFirst())
                    .exception();
    }
}
