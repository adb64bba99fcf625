package org.yiwang.organisation.usecase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Refusal;

/** Lists the people whom somebody may see: all, those of the own unit and what it leads, or only oneself. */
@Service
public class FindStaff {
    private final StaffStore store;
    private final Units units;

    FindStaff(StaffStore store, Units units) {
        this.store = store;
        this.units = units;
    }

    public record Wish(Optional<UnitId> unit, Optional<Role> role, Optional<String> text, boolean active) {
        boolean fits(Account account) {
            Staff staff = account.staff();
            return account.active() == active
                    && unit.map(staff.unit()::equals).orElse(true)
                    && role.map(staff::is).orElse(true)
                    && text.map(part -> People.matches(staff, part)).orElse(true);
        }
    }

    public List<Account> visible(Staff viewer, Wish wish) {
        return store.all(viewer.tenant()).stream()
                .filter(wish::fits)
                .filter(account -> sees(viewer, account.staff()))
                .toList();
    }

    public Account visible(Staff viewer, UUID id) {
        return store.find(viewer.tenant(), id)
                .filter(account -> sees(viewer, account.staff()))
                .orElseThrow(() -> Refusal.notFound("people.not-found").exception());
    }

    private boolean sees(Staff viewer, Staff other) {
        return viewer.id().equals(other.id())
                || Access.may(viewer, "people.view-all")
                || (Access.may(viewer, "people.view") && isNear(viewer, other.unit(), units.tree(viewer.tenant())));
    }

    /** The own unit, and the committees of the areas that the viewer leads. */
    static boolean isNear(Staff viewer, UnitId unit, UnitTree tree) {
        return viewer.unit().equals(unit)
                || viewer.sight().areas().contains(unit)
                || tree.areaOf(unit).filter(viewer.sight().areas()::contains).isPresent();
    }
}
