package org.yiwang.advice;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.advice.model.Guess;
import org.yiwang.advice.model.Measure;
import org.yiwang.casework.CaseTurns;
import org.yiwang.casework.CaseTurns.Turn;
import org.yiwang.casework.model.Channel;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.OutboxReaders;

/** Follows the outbox: notes what it would have suggested when a case comes in, and every decision of people that says otherwise. */
@Service
class KeepLessons {
    private static final String READER = "advice-lessons";
    private static final String TOPIC = "case";
    private static final long EVERY_MILLIS = 1_000;

    private final OutboxReaders outbox;
    private final CaseTurns turns;
    private final LessonStore lessons;
    private final Mind mind;
    private final Tenant tenant;

    KeepLessons(
            OutboxReaders outbox,
            CaseTurns turns,
            LessonStore lessons,
            Mind mind,
            @Value("${yiwang.tenant}") int tenant) {
        this.outbox = outbox;
        this.turns = turns;
        this.lessons = lessons;
        this.mind = mind;
        this.tenant = new Tenant(tenant);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void run() {
        outbox.read(tenant, READER, TOPIC, this::read);
    }

    private void read(FeedRow row) {
        int version = row.payload().path("version").asInt();
        switch (row.payload().path("action").asString("")) {
            case "report" -> turns.of(tenant, row.key(), version).ifPresent(this::given);
            case "accept", "correct" -> turns.of(tenant, row.key(), version).ifPresent(this::category);
            case "redispatch", "arbitrate" ->
                turns.of(tenant, row.key(), version).ifPresent(this::lead);
            case "grant-return" ->
                turns.of(tenant, row.key(), version)
                        .ifPresent(turn -> add(turn, LessonStore.Kind.RETURN, turn.leadBefore(), null, null));
            default -> {}
        }
    }

    /** An operator who chooses another category than the one that was chosen beforehand corrects it; a resident or an inspector was not asked. */
    private void given(Turn turn) {
        mind.now().ifPresent(own -> {
            Guess best = own.bayes().judge(turn.stored().file().description(), 1).stream()
                    .findFirst()
                    .orElse(null);
            if (best == null) return;
            lessons.give(
                    tenant,
                    turn.stored().file().id(),
                    new LessonStore.Given(own.version().version(), best.category(), best.certainty(), turn.category()),
                    turn.event().at());
            Channel channel = turn.stored().file().channel();
            boolean wasAsked = turn.byStaff() && (channel == Channel.DESK || channel == Channel.HOTLINE);
            if (wasAsked && best.certainty() >= Measure.SURE && !best.category().equals(turn.category()))
                add(turn, LessonStore.Kind.CATEGORY, best.category(), turn.category(), best.certainty());
        });
    }

    private void category(Turn turn) {
        if (!turn.byStaff() || Objects.equals(turn.categoryBefore(), turn.category())) return;
        LessonStore.Given given =
                lessons.given(tenant, turn.stored().file().id()).orElse(null);
        add(
                turn,
                LessonStore.Kind.CATEGORY,
                given == null ? turn.categoryBefore() : given.category(),
                turn.category(),
                given == null ? null : given.certainty());
    }

    private void lead(Turn turn) {
        if (turn.leadBefore() != null && !Objects.equals(turn.leadBefore(), turn.lead()))
            add(turn, LessonStore.Kind.LEAD, turn.leadBefore(), turn.lead(), null);
    }

    private void add(
            Turn turn,
            LessonStore.Kind kind,
            @Nullable String suggested,
            @Nullable String chosen,
            @Nullable Double certainty) {
        Instant at = turn.event().at();
        lessons.add(
                tenant,
                new LessonStore.Lesson(
                        turn.stored().file().id(),
                        turn.event().seq(),
                        turn.stored().number(),
                        kind.id(),
                        suggested,
                        chosen,
                        certainty,
                        at));
    }
}
