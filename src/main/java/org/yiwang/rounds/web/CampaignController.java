package org.yiwang.rounds.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.CountCampaign;
import org.yiwang.rounds.CountCampaign.Figures;
import org.yiwang.rounds.CoverRounds;
import org.yiwang.rounds.CoverRounds.Coverage;
import org.yiwang.rounds.CoverRounds.Miss;
import org.yiwang.rounds.RunCampaigns;
import org.yiwang.rounds.RunCampaigns.NewCampaign;
import org.yiwang.rounds.model.Campaign;
import org.yiwang.rounds.model.Campaign.Ended;
import org.yiwang.rounds.model.Chosen;
import org.yiwang.rounds.model.Subject;

/** Special campaigns: who starts one, what came of it. */
@RestController
@RequestMapping("/api/v1/rounds/campaigns")
class CampaignController {
    private static final int SHOWN_MAX = 20;
    private static final int PAGE_MAX = 100;

    /** @param endedAt with who and why, where it was ended before its time */
    record CampaignView(
            UUID id,
            String round,
            String name,
            @Nullable String unit,
            LocalDate from,
            LocalDate to,
            boolean over,
            Instant startedAt,
            String startedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endReason,
            Figures figures) {
        static CampaignView of(Campaign campaign, Figures figures, Instant now) {
            Ended ended = campaign.ended();
            return new CampaignView(
                    campaign.id(),
                    campaign.roundId(),
                    campaign.name(),
                    campaign.unit() == null ? null : campaign.unit().value(),
                    campaign.period().from(),
                    campaign.period().to(),
                    campaign.isOver(now),
                    campaign.started().at(),
                    campaign.started().byName(),
                    ended == null ? null : ended.deed().at(),
                    ended == null ? null : ended.deed().byName(),
                    ended == null ? null : ended.reason(),
                    figures);
        }
    }

    /** @param next after which the next page begins; missing on the last */
    record CampaignList(List<CampaignView> items, @Nullable UUID next) {}

    /** A campaign with its coverage by committee and what nobody has looked at. */
    record CampaignDetail(CampaignView campaign, List<Coverage> coverage, List<Miss> misses) {}

    /** @param unit whose people walk it; those responsible for the cell of each record where it is left out */
    record StartCampaign(
            @Nullable String round,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable Chosen chosen) {}

    record ChooseRecords(@Nullable String round, @Nullable Chosen chosen) {}

    /** @param labels of the first of them */
    record ChosenRecords(int count, List<String> labels) {}

    record EndCampaign(@Nullable String reason) {}

    private final RunCampaigns run;
    private final CountCampaign count;
    private final CoverRounds cover;
    private final Clock clock;

    CampaignController(RunCampaigns run, CountCampaign count, CoverRounds cover, Clock clock) {
        this.run = run;
        this.count = count;
        this.cover = cover;
        this.clock = clock;
    }

    @GetMapping
    CampaignList page(
            Staff staff,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > PAGE_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, PAGE_MAX)
                    .exception();
        List<Campaign> found = run.page(staff, after, limit);
        List<Campaign> shown = found.subList(0, Math.min(limit, found.size()));
        Instant now = clock.instant();
        Map<UUID, Figures> figures = count.of(staff, shown, now);
        return new CampaignList(
                shown.stream()
                        .map(campaign ->
                                CampaignView.of(campaign, figures.getOrDefault(campaign.id(), Figures.NONE), now))
                        .toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    @GetMapping("/{id}")
    CampaignDetail one(Staff staff, @PathVariable UUID id) {
        Campaign campaign = run.one(staff, id);
        return new CampaignDetail(
                view(staff, campaign),
                cover.by(staff, "committee", CountCampaign.narrowed(campaign), clock.instant()),
                cover.misses(staff, CountCampaign.narrowed(campaign), clock.instant()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView start(Staff staff, @RequestBody StartCampaign wanted) {
        NewCampaign campaign = new NewCampaign(
                text(wanted.round()),
                text(wanted.name()),
                day(wanted.from(), "from"),
                day(wanted.to(), "to"),
                wanted.unit() == null || wanted.unit().isBlank() ? null : new UnitId(wanted.unit()),
                chosen(wanted.chosen()));
        return view(staff, run.start(staff, campaign, clock.instant()));
    }

    @PostMapping("/choose")
    ChosenRecords choose(Staff staff, @RequestBody ChooseRecords wanted) {
        List<Subject> chosen = run.choose(staff, text(wanted.round()), chosen(wanted.chosen()));
        return new ChosenRecords(
                chosen.size(),
                chosen.stream().limit(SHOWN_MAX).map(Subject::label).toList());
    }

    @PostMapping("/{id}/end")
    CampaignView end(Staff staff, @PathVariable UUID id, @RequestBody EndCampaign end) {
        return view(staff, run.end(staff, id, Objects.requireNonNullElse(end.reason(), ""), clock.instant()));
    }

    private CampaignView view(Staff staff, Campaign campaign) {
        Instant now = clock.instant();
        return CampaignView.of(campaign, count.of(staff, campaign, now), now);
    }

    private static Chosen chosen(@Nullable Chosen given) {
        if (given == null) return new Chosen(null, null, null, null, null);
        boolean isWhole = (given.keys() == null || given.keys().stream().allMatch(Objects::nonNull))
                && (given.fields() == null || given.fields().values().stream().allMatch(Objects::nonNull));
        if (!isWhole)
            throw Refusal.invalid("chosen", "request.wrong-value", "chosen").exception();
        return given;
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static LocalDate day(@Nullable LocalDate given, String field) {
        if (given == null)
            throw Refusal.invalid(field, "case.field-missing", field).exception();
        return given;
    }
}
