package org.yiwang.organisation.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.Scope;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** A new installation has no account at all; whoever started it gets a token that creates the first, once. */
@Service
public class CreateFirstAdministrator {
    public static final Duration INVITATION_MAX = Duration.ofHours(24);
    private static final UnitId CENTRE = new UnitId("centre");

    private record Invitation(String token, Instant until) {}

    private final StaffStore staff;
    private final Units units;
    private final ManageStaff manage;
    private final Secrets secrets;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AtomicReference<@Nullable Invitation> invitation = new AtomicReference<>();

    CreateFirstAdministrator(
            StaffStore staff,
            Units units,
            ManageStaff manage,
            Secrets secrets,
            TransactionOperations transactions,
            Clock clock) {
        this.staff = staff;
        this.units = units;
        this.manage = manage;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is nobody yet. */
    public boolean isNeeded(Tenant tenant) {
        return staff.isEmpty(tenant);
    }

    /** A token that is good for {@link #INVITATION_MAX} on this node; the one before is void. */
    public String invite() {
        String token = secrets.token();
        invitation.set(new Invitation(token, clock.instant().plus(INVITATION_MAX)));
        return token;
    }

    public Account create(Tenant tenant, String token, String login, String name, String nameEn, String password) {
        Invitation valid = invitation.get();
        if (valid == null || clock.instant().isAfter(valid.until()) || !isSame(valid.token(), token)) {
            throw Refusal.forbidden("setup.wrong-token").exception();
        }
        Account account = transactions.execute(status -> {
            staff.lock(tenant);
            if (!staff.isEmpty(tenant)) throw Refusal.conflict("setup.done").exception();
            prepareCentre(tenant);
            return manage.admit(
                    tenant,
                    "setup",
                    new StaffDraft(login, name, nameEn, CENTRE, Set.of(Role.ADMIN), Scope.NONE, true),
                    password);
        });
        invitation.set(null);
        return account;
    }

    private void prepareCentre(Tenant tenant) {
        if (units.find(tenant, CENTRE).isPresent()) return;
        units.save(
                tenant, List.of(new Unit(CENTRE, "城市运行管理中心", "Urban Operations Centre", Unit.Kind.CENTRE, null, null)));
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
