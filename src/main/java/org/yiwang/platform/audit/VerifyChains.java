package org.yiwang.platform.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes every chain and every seal and names the places where the stored record differs; the first one of each chain. */
@Component
public class VerifyChains {
    static final int DIFFERENCES_MAX = 100;

    private final List<ChainSource> sources;
    private final SealStore seals;
    private final SealLog log;
    private final TransactionTemplate snapshot;

    /** What was found, and over how much. */
    public record Report(long chains, long links, long seals, List<Difference> differences) {}

    VerifyChains(List<ChainSource> sources, SealStore seals, SealLog log, PlatformTransactionManager transactions) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(ChainSource::name)).toList();
        this.seals = seals;
        this.log = log;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Checks one moment of the database; a running server may go on. Names at most {@value #DIFFERENCES_MAX} differences. */
    public Report verify() {
        // The file first: a seal is committed before it is written, so an honest database is never behind the file.
        List<String> lines = log.lines();
        Report report = snapshot.execute(ignored -> verify(lines));
        return Objects.requireNonNull(report);
    }

    private Report verify(List<String> lines) {
        seals.seeAllTenants();
        List<Difference> found = new ArrayList<>();
        Consumer<Difference> collect = difference -> {
            if (found.size() < DIFFERENCES_MAX) found.add(difference);
        };
        SealCheck sealCheck = new SealCheck(seals, lines, log.file(), collect);
        sealCheck.run();
        long chains = 0;
        long links = 0;
        for (ChainSource source : sources) {
            ChainCheck check = new ChainCheck(source, seals, collect);
            check.run();
            chains += check.chains();
            links += check.links();
        }
        return new Report(chains, links, sealCheck.seals(), List.copyOf(found));
    }
}
