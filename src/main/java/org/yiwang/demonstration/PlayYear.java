package org.yiwang.demonstration;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.PlayCases;
import org.yiwang.casework.model.Channel;
import org.yiwang.demonstration.plan.CaseScript;
import org.yiwang.demonstration.plan.PlannedYear;
import org.yiwang.organisation.Secrets;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Tenant;

/** Plays the planned year through the engine, a day's matters in one transaction, so that a loading that was cut off goes on where it stopped. */
@Component
class PlayYear {
    private static final Duration LINKS_SHOWN = Duration.ofDays(10);

    private final PlayCases engine;
    private final DemonstrationStore store;
    private final Secrets secrets;
    private final Progress progress;
    private final TransactionTemplate transaction;

    PlayYear(
            PlayCases engine,
            DemonstrationStore store,
            Secrets secrets,
            Progress progress,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.store = store;
        this.secrets = secrets;
        this.progress = progress;
        this.transaction = transaction;
    }

    void play(Tenant tenant, PlannedYear year, Instant opening) {
        Set<LocalDate> played = store.playedDays(tenant);
        progress.begin("playing", year.cases());
        int done = 0;
        for (LocalDate day : year.days()) {
            if (!played.contains(day)) transaction.executeWithoutResult(status -> play(tenant, year, day, opening));
            done += year.cases(day);
            progress.advance(done);
        }
        store.finish(tenant);
        progress.finish();
    }

    private void play(Tenant tenant, PlannedYear year, LocalDate day, Instant opening) {
        Map<Integer, String> tokens = new HashMap<>();
        PlayDay stage = new PlayDay(engine, tenant, script -> token(script, opening, tokens));
        var lives = stage.play(year.scripts(day), opening);
        tokens.forEach((number, token) -> store.keep(
                tenant,
                new DemonstrationStore.Link(requireNonNull(lives.get(number)).number(), "/m/r/" + token)));
        store.played(tenant, day);
    }

    /** Residents who reported of late have their private link, which those who try the demonstration may open. */
    private @Nullable String token(CaseScript script, Instant opening, Map<Integer, String> tokens) {
        boolean late = script.at().isAfter(opening.minus(LINKS_SHOWN));
        if (script.channel() != Channel.RESIDENT || !late) return null;
        return tokens.computeIfAbsent(script.number(), n -> secrets.token());
    }
}
