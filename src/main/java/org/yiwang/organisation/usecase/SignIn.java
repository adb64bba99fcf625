package org.yiwang.organisation.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.Attempt;
import org.yiwang.organisation.model.PasswordRules;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.audit.AuditTrail;

/** Opens a session for the right password. */
@Service
public class SignIn {
    /** Comparing takes 19 MiB and some 20 ms of a core each time; a flood of guesses must not take the server's memory. */
    private static final int COMPARISONS_AT_ONCE_MAX = 4;

    private static final Duration TURN_MAX = Duration.ofSeconds(3);

    private final Semaphore turns = new Semaphore(COMPARISONS_AT_ONCE_MAX, true);
    private final StaffStore staff;
    private final Sessions sessions;
    private final Devices devices;
    private final ThrottleSignIn throttle;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    SignIn(
            StaffStore staff,
            Sessions sessions,
            Devices devices,
            ThrottleSignIn throttle,
            Secrets secrets,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.devices = devices;
        this.throttle = throttle;
        this.secrets = secrets;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of an attempt. */
    public sealed interface Outcome {
        /** @param session token for the session's cookie; {@code device} token for that of the browser */
        record Opened(String session, String device, Account account) implements Outcome {}

        record MustWait(Duration time) implements Outcome {}

        record Wrong() implements Outcome {}
    }

    public Outcome signIn(Attempt attempt) throws InterruptedException {
        if (!turns.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) return new Outcome.MustWait(TURN_MAX);
        try {
            return inTurn(attempt, clock.instant());
        } finally {
            turns.release();
        }
    }

    private Outcome inTurn(Attempt attempt, Instant now) {
        boolean known = devices.knows(attempt, now);
        Duration wait = throttle.charge(attempt, known, now);
        if (wait.isPositive()) return new Outcome.MustWait(wait);
        Optional<Account> account =
                staff.ofLogin(attempt.tenant(), attempt.login()).filter(Account::opens);
        if (!isRight(attempt, account)) {
            account.ifPresent(owner -> record(owner, "sign-in-failed", known));
            return new Outcome.Wrong();
        }
        return transactions.execute(status -> open(attempt, account.orElseThrow(), known, now));
    }

    /** An unknown login takes as long as a wrong password, so that the clock gives nothing away. */
    private boolean isRight(Attempt attempt, Optional<Account> account) {
        if (attempt.password().length() > PasswordRules.CHARACTERS_MAX) return false;
        String stored = account.map(Account::password).orElse(secrets.nobody());
        return secrets.matches(attempt.password(), stored) && account.isPresent();
    }

    private Outcome open(Attempt attempt, Account account, boolean known, Instant now) {
        throttle.takeBack(attempt, known);
        String encoded = account.password();
        if (encoded != null && secrets.isOutdated(encoded)) {
            staff.setPassword(attempt.tenant(), account.staff().id(), secrets.encode(attempt.password()));
        }
        String device = devices.remember(attempt, account.staff(), now);
        String session = sessions.open(account.staff());
        record(account, "signed-in", known);
        return new Outcome.Opened(session, device, account);
    }

    private void record(Account account, String action, boolean known) {
        String id = account.staff().id().toString();
        audit.record(account.staff().tenant(), "account/" + id, id, action, Map.of("knownDevice", known));
    }
}
