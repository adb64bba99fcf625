package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After a change of keys seals every reporter with the key in use, a few at a time; what was stored before there were keys likewise. */
@Component
class ResealReporters {
    private static final Logger LOG = LoggerFactory.getLogger(ResealReporters.class);
    private static final int ROWS_PER_TRANSACTION = 500;
    private static final long FIRST_MILLIS = 5_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final ReportStore reports;
    private final TransactionTemplate transaction;

    ResealReporters(ReportStore reports, TransactionTemplate transaction) {
        this.reports = reports;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = DAY_MILLIS)
    void run() {
        int all = 0;
        for (int some = batch(); some > 0; some = batch()) all += some;
        if (all > 0) LOG.info("Reporters sealed with the key in use: {}", all);
    }

    private int batch() {
        return requireNonNull(transaction.execute(status -> reports.reseal(ROWS_PER_TRANSACTION)));
    }
}
