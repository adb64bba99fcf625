package org.yiwang.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.advice.model.Bayes;
import org.yiwang.advice.model.Certainty;
import org.yiwang.advice.model.Example;
import org.yiwang.advice.model.Measure;
import org.yiwang.advice.model.Teach;
import org.yiwang.casework.PastCases;
import org.yiwang.platform.Progress;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/**
 * Teaches in the background from what this sub-district has closed, and anew when enough has been closed or corrected since. What proves worse than the version
 * in force, by more than chance explains, is kept but does not come into force by itself.
 */
@Service
public class Learn {
    private static final Logger LOG = LoggerFactory.getLogger(Learn.class);
    private static final long FIRST_MILLIS = 6_000;
    private static final long EVERY_MILLIS = 10_000;
    /** Fewer teach nothing. */
    private static final int EXAMPLES_MIN = 200;

    private static final int EXAMPLES_MAX = 40_000;
    private static final int LESSONS_MAX = 5_000;
    private static final double GROWN = 1.1;
    private static final int LESSONS_ENOUGH = 20;

    private final PastCases past;
    private final LessonStore lessons;
    private final ModelStore models;
    private final KnownPlaces places;
    private final Mind mind;
    private final Progress progress;
    private final Clock clock;
    private final Tenant tenant;

    Learn(
            PastCases past,
            LessonStore lessons,
            ModelStore models,
            KnownPlaces places,
            Mind mind,
            Progress progress,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.past = past;
        this.lessons = lessons;
        this.models = models;
        this.places = places;
        this.mind = mind;
        this.progress = progress;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = EVERY_MILLIS)
    void turn() {
        // Whoever loads a year needs the processor; there will be more to learn when that is done.
        if (progress.state().filter(Progress.State::running).isPresent()) return;
        Optional<ModelStore.Version> inForce = models.inForce(tenant);
        inForce.ifPresent(this::remember);
        ModelStore.Version last = models.latest(tenant, 1).stream().findFirst().orElse(null);
        if (last == null ? past.countClosed(tenant) >= EXAMPLES_MIN : isTime(last)) teach();
    }

    private boolean isTime(ModelStore.Version last) {
        return lessons.countSince(tenant, last.madeAt()) >= LESSONS_ENOUGH
                || Math.min(EXAMPLES_MAX, past.countClosed(tenant)) > last.examples() * GROWN;
    }

    /** Another node, or an earlier start, has put this version in force: it is taught here from the same cases. */
    private void remember(ModelStore.Version version) {
        boolean known = mind.now()
                .filter(own -> own.version().version() == version.version())
                .isPresent();
        if (known) return;
        List<Example> examples =
                examples(past.closed(tenant, version.taughtUntil(), EXAMPLES_MAX), version.taughtUntil());
        mind.set(new Mind.Knowledge(Bayes.of(examples).at(new Certainty(version.temperatures())), version));
    }

    /**
     * Teaches now, from everything there is.
     *
     * @throws org.yiwang.platform.RefusedException when there is too little to learn from
     */
    synchronized ModelStore.Version teach() {
        Instant now = clock.instant();
        List<PastCases.Told> closed = past.closed(tenant, now, EXAMPLES_MAX);
        List<Example> examples = examples(closed, now);
        if (examples.size() < EXAMPLES_MIN)
            throw Refusal.conflict("advice.too-little", EXAMPLES_MIN).exception();
        Teach.Taught taught = Teach.of(examples);
        Map<String, ModelStore.PlaceTrust> trust = places.trust(tenant, closed);
        Optional<ModelStore.Version> before = models.inForce(tenant);
        int last = models.latest(tenant, 1).stream()
                .mapToInt(ModelStore.Version::version)
                .sum();
        boolean isWorse =
                before.filter(one -> isWorse(taught.measure(), one.measure())).isPresent();
        Instant until =
                examples.stream().map(Example::at).max(Instant::compareTo).orElse(now);
        ModelStore.Version version = new ModelStore.Version(
                last + 1,
                now,
                until,
                examples.size(),
                taught.taught(),
                taught.bayes().certainty().temperatures(),
                taught.measure(),
                trust,
                !isWorse,
                isWorse);
        models.add(tenant, version);
        if (!isWorse) mind.set(new Mind.Knowledge(taught.bayes(), version));
        LOG.info(
                "Suggestions taught from {} cases: version {}, first right in {} of {} later cases{}",
                examples.size(),
                version.version(),
                taught.measure().first(),
                taught.measure().cases(),
                isWorse ? "; not put in force, because the one before was better" : "");
        return version;
    }

    /** By more than one standard error of the share. */
    static boolean isWorse(Measure now, Measure before) {
        double share = before.accuracy();
        double error = Math.sqrt(share * (1 - share) / Math.max(1, now.cases()));
        return now.accuracy() < share - error;
    }

    /**
     * A person puts an older or a worse version in force.
     *
     * @throws org.yiwang.platform.RefusedException when there is none of this number
     */
    void putInForce(int version) {
        if (models.latest(tenant, Integer.MAX_VALUE).stream().noneMatch(one -> one.version() == version))
            throw Refusal.notFound("advice.no-version", version).exception();
        models.putInForce(tenant, version);
        models.inForce(tenant).ifPresent(this::remember);
    }

    /** A corrected case counts with the category that somebody gave it, closed or not. */
    private List<Example> examples(List<PastCases.Told> closed, Instant until) {
        List<Example> examples = new ArrayList<>();
        for (PastCases.Told one : closed)
            examples.add(new Example(one.description(), one.category(), one.reportedAt(), 1));
        examples.addAll(lessons.examples(tenant, until, LESSONS_MAX));
        return examples;
    }
}
