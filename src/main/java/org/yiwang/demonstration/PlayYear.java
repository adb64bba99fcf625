package org.yiwang.demonstration;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.CaseLife;
import org.yiwang.casework.PlayCases;
import org.yiwang.casework.model.Channel;
import org.yiwang.demonstration.plan.CaseScript;
import org.yiwang.demonstration.plan.PlannedWalk;
import org.yiwang.demonstration.plan.PlannedWalk.Found;
import org.yiwang.demonstration.plan.PlannedYear;
import org.yiwang.organisation.Secrets;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.PlayRounds;

/** Plays the planned year through the engine, a day's matters in one transaction, so that a loading that was cut off goes on where it stopped. */
@Component
class PlayYear {
    private static final Duration LINKS_SHOWN = Duration.ofDays(10);

    private final PlayCases engine;
    private final PlayRounds rounds;
    private final StartCampaigns campaigns;
    private final DemonstrationStore store;
    private final Secrets secrets;
    private final Progress progress;
    private final TransactionTemplate transaction;

    PlayYear(
            PlayCases engine,
            PlayRounds rounds,
            StartCampaigns campaigns,
            DemonstrationStore store,
            Secrets secrets,
            Progress progress,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.store = store;
        this.secrets = secrets;
        this.progress = progress;
        this.transaction = transaction;
    }

    /**
     * @param walk how the rounds were walked; null where the year does not say
     * @param afterwards what needs the whole year, before it counts as loaded
     */
    void play(Tenant tenant, PlannedYear year, @Nullable PlannedWalk walk, Instant opening, Runnable afterwards) {
        Set<LocalDate> played = store.playedDays(tenant);
        PlayRounds.Past past = walk == null ? null : rounds.begin(tenant, walk, opening);
        if (walk != null && past != null) campaigns.begun(tenant, walk).forEach(past::campaign);
        progress.begin("playing", year.cases());
        int done = 0;
        for (LocalDate day : year.days()) {
            if (!played.contains(day))
                transaction.executeWithoutResult(status -> {
                    List<Found> found = play(tenant, year, day, opening);
                    if (walk != null && past != null) {
                        walk.today(found);
                        campaigns.begin(tenant, walk, day).forEach(past::campaign);
                        past.day(day);
                    }
                });
            done += year.cases(day);
            progress.advance(done);
        }
        afterwards.run();
        store.finish(tenant);
        progress.finish();
    }

    /** Answers what was found on rounds. */
    private List<Found> play(Tenant tenant, PlannedYear year, LocalDate day, Instant opening) {
        Map<Integer, String> tokens = new HashMap<>();
        PlayDay stage = new PlayDay(engine, tenant, script -> token(script, opening, tokens));
        List<CaseScript> scripts = year.scripts(day);
        var lives = stage.play(scripts, opening);
        tokens.forEach((number, token) -> store.keep(
                tenant,
                new DemonstrationStore.Link(requireNonNull(lives.get(number)).number(), "/m/r/" + token)));
        store.played(tenant, day);
        return scripts.stream()
                .filter(script -> script.actor() != null
                        && (script.channel() == Channel.GRID || script.channel() == Channel.INSPECTION))
                .map(script -> found(script, requireNonNull(lives.get(script.number()))))
                .toList();
    }

    private static Found found(CaseScript script, CaseLife life) {
        return new Found(
                life.file().id(),
                script.category(),
                script.at(),
                requireNonNull(script.actor()),
                script.answers()
                        .getOrDefault("unit", List.of(script.place().cell()))
                        .getFirst());
    }

    /** Residents who reported of late have their private link, which those who try the demonstration may open. */
    private @Nullable String token(CaseScript script, Instant opening, Map<Integer, String> tokens) {
        boolean late = script.at().isAfter(opening.minus(LINKS_SHOWN));
        if (script.channel() != Channel.RESIDENT || !late) return null;
        return tokens.computeIfAbsent(script.number(), n -> secrets.token());
    }
}
