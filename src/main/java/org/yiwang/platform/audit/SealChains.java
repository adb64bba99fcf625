package org.yiwang.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the ends of all chains that moved since the last seal; once a minute, by whichever node comes first. */
@Component
class SealChains {
    private static final Logger LOG = LoggerFactory.getLogger(SealChains.class);
    private static final int HEADS_PER_STATEMENT = 1_000;
    private static final long PERIOD_MILLIS = 60_000;

    private final List<ChainSource> sources;
    private final SealStore store;
    private final SealLog log;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    SealChains(
            List<ChainSource> sources,
            SealStore store,
            SealLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources = sources.stream()
                .sorted(java.util.Comparator.comparing(ChainSource::name))
                .toList();
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        // One snapshot for the ends and for the mark up to which they are covered; otherwise a chain could slip
        // between.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(fixedRate = PERIOD_MILLIS, initialDelay = PERIOD_MILLIS)
    void run() {
        snapshot.executeWithoutResult(ignored -> seal(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        catchUpLog();
    }

    private void seal(Instant now) {
        store.seeAllTenants();
        if (!store.lock()) return;
        Seal last = store.last();
        long since = store.uncovered();
        MerkleRoot tree = new MerkleRoot();
        for (ChainSource source : sources) cover(source, since, last.seq() + 1, tree);
        if (tree.leaves() > 0) store.add(Seal.after(last, now, tree.leaves(), tree.root()));
    }

    private void cover(ChainSource source, long since, long seal, MerkleRoot tree) {
        try (Stream<ChainSource.Head> heads = source.heads(since)) {
            Iterator<ChainSource.Head> next = heads.iterator();
            while (next.hasNext()) {
                List<ChainSource.Head> some = new ArrayList<>();
                while (next.hasNext() && some.size() < HEADS_PER_STATEMENT) some.add(next.next());
                for (ChainSource.Head head : store.cover(source.name(), some, seal))
                    tree.add(Seal.leaf(source.name(), head));
            }
        }
    }

    /** Every node keeps all seals in its own file, whichever node made them. */
    private void catchUpLog() {
        long written = log.last();
        if (written > store.last().seq()) {
            LOG.error(
                    "{} knows seal {}, the database does not: its audit trail was cut. Run ./yiwang audit verify.",
                    log.file(),
                    written);
            return;
        }
        try (Stream<Seal> missing = store.after(written)) {
            missing.forEach(log::append);
        }
    }
}
