package org.yiwang.organisation.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.PasswordRules;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.organisation.model.StaffRules;
import org.yiwang.organisation.store.DeviceStore;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Admits people, changes them and gives them passwords. Every change is recorded. */
@Service
public class ManageStaff {
    private final StaffStore store;
    private final DeviceStore devices;
    private final Units units;
    private final Sessions sessions;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Ids ids;
    private final TransactionOperations transactions;

    ManageStaff(
            StaffStore store,
            DeviceStore devices,
            Units units,
            Sessions sessions,
            Secrets secrets,
            AuditTrail audit,
            Ids ids,
            TransactionOperations transactions) {
        this.store = store;
        this.devices = devices;
        this.units = units;
        this.sessions = sessions;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** @param password without one the person cannot sign in until one is given */
    public Account admit(Staff by, StaffDraft entered, @Nullable String password) {
        Access.require(by, "people.manage");
        return admit(by.tenant(), by.id().toString(), entered, password);
    }

    Account admit(Tenant tenant, String actor, StaffDraft entered, @Nullable String password) {
        StaffDraft draft = StaffRules.check(entered, units.tree(tenant)).orThrow();
        if (password != null) checkPassword(password, draft.login());
        String encoded = password == null ? null : secrets.encode(password);
        UUID id = ids.next();
        store(draft, () -> {
            store.add(tenant, id, draft, encoded);
            record(tenant, actor, id, "admitted", facts(draft));
        });
        return account(tenant, id);
    }

    public Account change(Staff by, UUID id, StaffDraft entered) {
        Access.require(by, "people.manage");
        StaffDraft draft = StaffRules.check(entered, units.tree(by.tenant())).orThrow();
        store(draft, () -> {
            store.lock(by.tenant());
            Account before = account(by.tenant(), id);
            keepAnAdministrator(before, draft);
            store.change(by.tenant(), id, draft);
            record(by.tenant(), by.id().toString(), id, "changed", facts(draft));
        });
        if (!draft.active()) sessions.closeAll(by.tenant(), id);
        return account(by.tenant(), id);
    }

    /** Gives the person a password, a random one when none is named; signs them out everywhere. The answer is the password. */
    public String setPassword(Staff by, UUID id, Optional<String> wanted) {
        Access.require(by, "people.manage");
        Account account = account(by.tenant(), id);
        String password = wanted.orElseGet(secrets::password);
        replacePassword(account, by, password, "password-given");
        return password;
    }

    void replacePassword(Account account, Staff by, String password, String action) {
        Staff owner = account.staff();
        checkPassword(password, owner.login());
        String encoded = secrets.encode(password);
        transactions.executeWithoutResult(status -> {
            store.setPassword(owner.tenant(), owner.id(), encoded);
            devices.forget(owner.tenant(), owner.id());
            sessions.closeAll(owner.tenant(), owner.id());
            record(owner.tenant(), by.id().toString(), owner.id(), action, Map.of());
        });
    }

    private void store(StaffDraft draft, Runnable work) {
        try {
            transactions.executeWithoutResult(status -> work.run());
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "people.login-taken", "login", List.of(draft.login())).exception();
        }
    }

    private void keepAnAdministrator(Account before, StaffDraft after) {
        boolean was = before.opens() && before.staff().is(Role.ADMIN);
        boolean stays = after.active() && after.roles().contains(Role.ADMIN);
        Tenant tenant = before.staff().tenant();
        if (was && !stays && store.othersWith(tenant, Role.ADMIN, before.staff().id()) == 0) {
            throw Refusal.conflict("people.last-administrator").exception();
        }
    }

    private Account account(Tenant tenant, UUID id) {
        return store.find(tenant, id)
                .orElseThrow(() -> Refusal.notFound("people.not-found").exception());
    }

    private static void checkPassword(String password, String login) {
        PasswordRules.fault(password, login).ifPresent(fault -> {
            throw fault.exception();
        });
    }

    private void record(Tenant tenant, String actor, UUID id, String action, Map<String, ?> detail) {
        audit.record(tenant, "account/" + id, actor, action, detail);
    }

    /** What the trail keeps: rights and reach, no names. */
    private static Map<String, ?> facts(StaffDraft draft) {
        return Map.of(
                "unit", draft.unit().value(),
                "active", draft.active(),
                "roles", draft.roles().stream().map(Role::id).sorted().toList(),
                "areas", values(draft.scope().areas()),
                "committees", values(draft.scope().committees()),
                "cells", draft.scope().cells().size());
    }

    private static List<String> values(Set<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toList();
    }
}
