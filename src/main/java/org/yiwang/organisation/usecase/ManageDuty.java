package org.yiwang.organisation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.DutyRules;
import org.yiwang.organisation.store.DutyStore;
import org.yiwang.platform.audit.AuditTrail;

/** Replaces the roster of a day. */
@Service
public class ManageDuty {
    private final DutyStore store;
    private final People people;
    private final Units units;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    ManageDuty(DutyStore store, People people, Units units, AuditTrail audit, TransactionOperations transactions) {
        this.store = store;
        this.people = people;
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
    }

    public void replace(Staff by, LocalDate day, List<DutyShift> shifts) {
        Access.require(by, "duty.manage");
        Map<UUID, Staff> staff =
                people.all(by.tenant()).stream().collect(Collectors.toMap(Staff::id, Function.identity()));
        DutyRules.fault(shifts, staff, units.tree(by.tenant())).ifPresent(fault -> {
            throw fault.exception();
        });
        transactions.executeWithoutResult(status -> {
            store.clear(by.tenant(), day, day);
            store.add(by.tenant(), shifts);
            Map<String, Object> detail = Map.of("day", day.toString(), "shifts", shifts.size());
            audit.record(by.tenant(), "duty/" + day, by.id().toString(), "roster-replaced", detail);
        });
    }
}
