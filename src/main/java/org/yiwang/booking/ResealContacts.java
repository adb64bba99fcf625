package org.yiwang.booking;

import static java.util.Objects.requireNonNull;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.booking.store.ContactStore;

/** After a change of keys seals the contacts of every booking with the key in use, a few at a time. */
@Component
class ResealContacts {
    private static final int ROWS_PER_TRANSACTION = 500;
    private static final long FIRST_MILLIS = 9_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final ContactStore contacts;
    private final TransactionTemplate transaction;

    ResealContacts(ContactStore contacts, TransactionTemplate transaction) {
        this.contacts = contacts;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = FIRST_MILLIS, fixedDelay = DAY_MILLIS)
    void run() {
        int some = ROWS_PER_TRANSACTION;
        while (some > 0) some = requireNonNull(transaction.execute(status -> contacts.reseal(ROWS_PER_TRANSACTION)));
    }
}
