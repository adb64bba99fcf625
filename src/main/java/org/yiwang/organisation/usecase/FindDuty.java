package org.yiwang.organisation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitTree;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.store.StaffStore;

/** The part of a day's roster that somebody may see. */
@Service
public class FindDuty {
    private final Duty duty;
    private final StaffStore staff;
    private final Units units;

    FindDuty(Duty duty, StaffStore staff, Units units) {
        this.duty = duty;
        this.staff = staff;
        this.units = units;
    }

    public record Named(DutyShift shift, String name) {}

    public List<Named> visible(Staff viewer, LocalDate day) {
        Map<UUID, String> names = staff.all(viewer.tenant()).stream()
                .map(Account::staff)
                .collect(Collectors.toMap(Staff::id, Staff::name));
        UnitTree tree = units.tree(viewer.tenant());
        return duty.of(viewer.tenant(), day).stream()
                .filter(shift -> sees(viewer, shift, tree))
                .map(shift -> new Named(shift, names.getOrDefault(shift.staff(), "")))
                .toList();
    }

    private static boolean sees(Staff viewer, DutyShift shift, UnitTree tree) {
        return viewer.id().equals(shift.staff())
                || Access.may(viewer, "people.view-all")
                || (Access.may(viewer, "people.view") && FindStaff.isNear(viewer, shift.unit(), tree));
    }
}
