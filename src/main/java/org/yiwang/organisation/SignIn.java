package org.yiwang.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Refusal;

/**
 * Opens a session for the right password. After a few failures the wait doubles with each further one, for a login together with an address and, more
 * patiently, for an address alone: guessing is slowed down, and nobody can lock out a colleague from elsewhere.
 */
@Service
class SignIn {
    private static final int FREE_FAILURES_OF_LOGIN = 5;
    private static final int FREE_FAILURES_OF_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int DOUBLINGS_MAX = 9;

    private final People people;
    private final Sessions sessions;
    private final Secrets secrets;
    private final JdbcClient db;
    private final Clock clock;

    SignIn(People people, Sessions sessions, Secrets secrets, JdbcClient db, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.secrets = secrets;
        this.db = db;
        this.clock = clock;
    }

    /** A session's token and its person. */
    record Opened(String token, Staff staff) {}

    Opened signIn(String login, String password, String address) {
        Instant now = clock.instant();
        String person = "login:" + login + "@" + address;
        String place = "address:" + address;
        if (mustWait(person, FREE_FAILURES_OF_LOGIN, now) || mustWait(place, FREE_FAILURES_OF_ADDRESS, now)) {
            throw Refusal.refuse(Refusal.Kind.THROTTLED, "session.throttled").exception();
        }
        Optional<People.Account> account = people.account(login);
        if (account.isEmpty()) secrets.matchNobody(password);
        if (account.isEmpty() || !secrets.matches(password, account.get().password())) {
            for (String subject : List.of(person, place)) remember(subject, now);
            throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.wrong-password")
                    .exception();
        }
        db.sql("delete from organisation.sign_in_failure where subject = ?")
                .param(person)
                .update();
        Staff staff = account.get().staff();
        return new Opened(sessions.open(staff), staff);
    }

    private record Failures(int count, Instant last) {}

    private boolean mustWait(String subject, int free, Instant now) {
        return db.sql("select count, last_at from organisation.sign_in_failure where subject = ?")
                .param(subject)
                .query((row, number) ->
                        new Failures(row.getInt(1), row.getTimestamp(2).toInstant()))
                .optional()
                .filter(failures -> failures.count() >= free)
                .map(failures -> now.isBefore(failures.last().plus(waiting(failures.count() - free))))
                .orElse(false);
    }

    private static Duration waiting(int more) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(more, DOUBLINGS_MAX));
    }

    private void remember(String subject, Instant now) {
        db.sql("""
               insert into organisation.sign_in_failure as f (subject, count, last_at) values (:subject, 1, :now)
               on conflict (subject) do update set count = f.count + 1, last_at = excluded.last_at
               """).param("subject", subject).param("now", Timestamp.from(now)).update();
    }
}
