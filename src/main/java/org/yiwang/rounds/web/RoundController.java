package org.yiwang.rounds.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.CoverRounds;
import org.yiwang.rounds.CoverRounds.Coverage;
import org.yiwang.rounds.CoverRounds.Miss;
import org.yiwang.rounds.CoverRounds.Narrowed;
import org.yiwang.rounds.ListStops;
import org.yiwang.rounds.ListStops.Listed;
import org.yiwang.rounds.VisitStop;
import org.yiwang.rounds.VisitStop.Visit;
import org.yiwang.rounds.model.MakeStop.Position;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.scenario.form.FormField;
import org.yiwang.territory.LonLat;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@RestController
@RequestMapping("/api/v1/rounds")
class RoundController {
    static final int DAYS_MAX = 400;
    /** More than anybody walks in a day; what is due first is among them. */
    private static final int STOPS_MAX = 500;

    /**
     * A round; its id is package and name.
     *
     * @param every missing for a round that is walked in campaigns only
     * @param register whose records it goes over; missing where it goes over the cells
     */
    record RoundView(
            String id,
            String title,
            boolean campaign,
            @Nullable String every,
            int times,
            @Nullable String register,
            @Nullable String unit,
            int photos,
            List<FormField> checklist) {
        static RoundView of(Round round, Locale locale) {
            return new RoundView(
                    round.id(),
                    round.title().in(locale.getLanguage()),
                    round.isCampaign(),
                    round.every() == null ? null : round.every().id(),
                    round.times(),
                    round.over().register(),
                    round.unit() == null ? null : round.unit().value(),
                    round.proof().photos(),
                    round.checklist().view());
        }
    }

    record RoundList(List<RoundView> items) {}

    /**
     * A stop as whoever makes it sees it.
     *
     * @param register whose record is looked at; missing for a cell
     * @param lon missing, as {@code lat} and {@code committee}, for a record without a place
     * @param again whether somebody else was there before
     */
    record StopView(
            UUID id,
            String round,
            String title,
            @Nullable String register,
            String subject,
            String label,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String committee,
            LocalDate from,
            LocalDate to,
            int slot,
            Instant dueAt,
            Stop.State state,
            boolean again,
            @Nullable UUID campaign,
            Stop.@Nullable Made made) {
        static StopView of(Listed listed, Locale locale) {
            Stop stop = listed.stop();
            LonLat place = stop.subject().point();
            UnitId committee = stop.subject().committee();
            return new StopView(
                    stop.id(),
                    listed.round().id(),
                    listed.round().title().in(locale.getLanguage()),
                    stop.subject().register(),
                    stop.subject().key(),
                    stop.subject().label(),
                    place == null ? null : place.lon(),
                    place == null ? null : place.lat(),
                    committee == null ? null : committee.value(),
                    stop.period().from(),
                    stop.period().to(),
                    stop.slot(),
                    stop.dueAt(),
                    stop.state(),
                    stop.again() != null,
                    stop.campaign(),
                    stop.made());
        }
    }

    /** @param total how many there are, with those beyond the limit */
    record StopList(List<StopView> items, long total) {}

    record StopDetail(StopView stop, RoundView round) {}

    /** @param at when it was seen; now, where it is left out */
    record StopVisit(
            @Nullable Instant at,
            @Nullable Standing position,
            @Nullable List<UUID> photos,
            @Nullable Map<String, JsonNode> answers) {}

    /** @param accuracy metres; 0 where the device does not say */
    record Standing(double lon, double lat, @Nullable Double accuracy) {}

    record CoverageList(List<Coverage> items) {}

    record MissList(List<Miss> items) {}

    private final ListStops list;
    private final VisitStop visit;
    private final CoverRounds cover;
    private final Clock clock;

    RoundController(ListStops list, VisitStop visit, CoverRounds cover, Clock clock) {
        this.list = list;
        this.visit = visit;
        this.cover = cover;
        this.clock = clock;
    }

    @GetMapping
    RoundList rounds(Staff staff, Locale locale) {
        return new RoundList(list.rounds(staff.tenant()).stream()
                .map(round -> RoundView.of(round, locale))
                .toList());
    }

    @GetMapping("/stops")
    StopList mine(
            Staff staff,
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(defaultValue = "500") int limit,
            Locale locale) {
        if (limit < 1 || limit > STOPS_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, STOPS_MAX)
                    .exception();
        LonLat standing = lon == null || lat == null ? null : point("lon", lon, lat);
        ListStops.Mine mine = list.mine(staff, standing, limit, clock.instant());
        return new StopList(
                mine.items().stream().map(listed -> StopView.of(listed, locale)).toList(), mine.total());
    }

    @GetMapping("/stops/{id}")
    StopDetail stop(Staff staff, @PathVariable UUID id, Locale locale) {
        Listed listed = list.one(staff, id);
        return new StopDetail(StopView.of(listed, locale), RoundView.of(listed.round(), locale));
    }

    @PostMapping("/stops/{id}/visit")
    StopDetail visit(Staff staff, @PathVariable UUID id, @RequestBody StopVisit seen, Locale locale) {
        visit.make(staff, id, read(seen), clock.instant());
        return stop(staff, id, locale);
    }

    @GetMapping("/coverage")
    CoverageList coverage(
            Staff staff,
            @RequestParam(defaultValue = "round") String by,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        Days days = days(from, to);
        return new CoverageList(
                cover.by(staff, by, new Narrowed(round, campaign, days.from(), days.to()), clock.instant()));
    }

    @GetMapping("/misses")
    MissList misses(
            Staff staff,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        Days days = days(from, to);
        return new MissList(
                cover.misses(staff, new Narrowed(round, campaign, days.from(), days.to()), clock.instant()));
    }

    private record Days(LocalDate from, LocalDate to) {}

    /** Today, where no days are given. */
    private Days days(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        LocalDate last = Objects.requireNonNullElse(to, today);
        LocalDate first = Objects.requireNonNullElse(from, last);
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last))
            throw Refusal.invalid("from", "rounds.days", DAYS_MAX).exception();
        return new Days(first, last);
    }

    private static Visit read(StopVisit seen) {
        Standing standing = seen.position();
        Position position = standing == null
                ? null
                : new Position(
                        point("position", standing.lon(), standing.lat()),
                        Objects.requireNonNullElse(standing.accuracy(), 0.0));
        List<UUID> photos = Objects.requireNonNullElse(seen.photos(), List.of());
        if (photos.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid("photos", "request.wrong-value", "photos").exception();
        var answers = JsonNodeFactory.instance.objectNode();
        Objects.requireNonNullElse(seen.answers(), Map.<String, JsonNode>of())
                .forEach((field, value) -> answers.set(field, value));
        return new Visit(seen.at(), position, photos, answers);
    }

    private static LonLat point(String field, double lon, double lat) {
        if (!LonLat.isValid(lon, lat))
            throw Refusal.invalid(field, "case.no-point", lon, lat).exception();
        return new LonLat(lon, lat);
    }
}
