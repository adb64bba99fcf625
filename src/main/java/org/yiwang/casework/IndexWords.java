package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.store.WordWriter;

/** Makes the cases searchable that are older than the search, a few at a time; afterwards there is nothing to do, since every step brings its words. */
@Component
class IndexWords {
    private static final Logger LOG = LoggerFactory.getLogger(IndexWords.class);
    private static final int CASES_PER_TRANSACTION = 500;
    private static final long FIRST_MILLIS = 4_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final WordWriter words;
    private final TransactionTemplate transaction;

    IndexWords(WordWriter words, TransactionTemplate transaction) {
        this.words = words;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = DAY_MILLIS)
    void run() {
        int all = 0;
        for (int some = batch(); some > 0; some = batch()) all += some;
        if (all > 0) LOG.info("Cases made searchable: {}", all);
    }

    private int batch() {
        return requireNonNull(transaction.execute(status -> words.add(CASES_PER_TRANSACTION)));
    }
}
