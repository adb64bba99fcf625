package org.yiwang.organisation.usecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.UnitRules;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;

/** Adds a unit or changes it. */
@Service
public class ManageUnits {
    private final Units units;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    ManageUnits(Units units, AuditTrail audit, TransactionOperations transactions) {
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Unit save(
            Staff by,
            UnitId id,
            @Nullable String name,
            @Nullable String nameEn,
            Unit.@Nullable Kind kind,
            @Nullable UnitId parent,
            @Nullable String phone) {
        Access.require(by, "units.manage");
        if (kind == null)
            throw Refusal.invalid("kind", "people.missing", "kind").exception();
        String chinese = Objects.requireNonNullElse(name, "").strip();
        String english = nameEn == null || nameEn.isBlank() ? chinese : nameEn.strip();
        Unit unit = new Unit(id, chinese, english, kind, parent, phone);
        UnitRules.fault(unit, units.tree(by.tenant())).ifPresent(fault -> {
            throw fault.exception();
        });
        transactions.executeWithoutResult(status -> {
            units.save(by.tenant(), List.of(unit));
            Map<String, Object> detail = Map.of("kind", kind.id(), "name", unit.name());
            audit.record(by.tenant(), "unit/" + id, by.id().toString(), "saved", detail);
        });
        return unit;
    }
}
