package org.yiwang.organisation.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.model.Attempt;
import org.yiwang.organisation.model.Toll;
import org.yiwang.organisation.store.FailureStore;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;

/**
 * Slows down guessing. An attempt is charged before the password is looked at and taken back when it was right: a thousand attempts at once are a thousand
 * charges, not one.
 */
@Service
class ThrottleSignIn {
    private final FailureStore failures;
    private final TransactionOperations transactions;

    ThrottleSignIn(FailureStore failures, TransactionOperations transactions) {
        this.failures = failures;
        this.transactions = transactions;
    }

    /** What is counted, by whom. */
    private record Charge(Toll toll, String who) {
        byte[] subject() {
            return Sm3.hash((toll + " " + who).getBytes(UTF_8));
        }
    }

    /** How long the attempt must wait; zero when it may be made, and then it is charged. */
    Duration charge(Attempt attempt, boolean knownDevice, Instant now) {
        return transactions.execute(status -> charge(attempt.tenant(), charges(attempt, knownDevice), now));
    }

    private Duration charge(Tenant tenant, List<Charge> charges, Instant now) {
        List<Toll.Count> counts = new ArrayList<>();
        for (Charge charge : charges) {
            Toll.Count count = failures.lock(tenant, charge.subject());
            Duration wait = charge.toll().wait(count, now);
            if (wait.isPositive()) return wait;
            counts.add(count);
        }
        for (int i = 0; i < counts.size(); i++) {
            Charge charge = charges.get(i);
            failures.save(tenant, charge.subject(), charge.toll().charge(counts.get(i), now));
        }
        return Duration.ZERO;
    }

    /** The password was right. The address keeps the failures of others. */
    void takeBack(Attempt attempt, boolean knownDevice) {
        for (Charge charge : charges(attempt, knownDevice)) {
            switch (charge.toll()) {
                case DEVICE, LOGIN -> failures.clear(attempt.tenant(), charge.subject());
                case ADDRESS -> failures.takeBack(attempt.tenant(), charge.subject());
            }
        }
    }

    /** Always in the same order, so that two attempts never wait for each other's locks. */
    private static List<Charge> charges(Attempt attempt, boolean knownDevice) {
        return knownDevice
                ? List.of(new Charge(Toll.DEVICE, attempt.device() + " " + attempt.login()))
                : List.of(new Charge(Toll.ADDRESS, attempt.source()), new Charge(Toll.LOGIN, attempt.login()));
    }
}
