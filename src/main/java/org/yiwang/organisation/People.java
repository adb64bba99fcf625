package org.yiwang.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.platform.Tenant;

/** Finds the active staff of a sub-district. */
@Component
public class People {
    private final StaffStore store;

    public People(StaffStore store) {
        this.store = store;
    }

    public Optional<Staff> find(Tenant tenant, UUID id) {
        return store.find(tenant, id).filter(Account::active).map(Account::staff);
    }

    public Optional<Staff> ofLogin(Tenant tenant, String login) {
        return store.ofLogin(tenant, login).filter(Account::active).map(Account::staff);
    }

    /** By unit and login. */
    public List<Staff> all(Tenant tenant) {
        return active(tenant).toList();
    }

    /** Active staff, narrowed by unit, role and a part of the name or login where these are given. */
    public List<Staff> list(Tenant tenant, Optional<UnitId> unit, Optional<Role> role, Optional<String> text) {
        return active(tenant)
                .filter(staff -> unit.isEmpty() || staff.unit().equals(unit.get()))
                .filter(staff -> role.isEmpty() || staff.is(role.get()))
                .filter(staff -> text.isEmpty() || matches(staff, text.get()))
                .toList();
    }

    /** Whether the sub-district has no staff at all, active or not. */
    public boolean isEmpty(Tenant tenant) {
        return store.isEmpty(tenant);
    }

    /** The inspectors who walk this cell. */
    public List<Staff> ofCell(Tenant tenant, String cell) {
        return store.ofCell(tenant, cell).stream().map(Account::staff).toList();
    }

    /** The cells that this person walks. */
    public List<String> cellsOf(Tenant tenant, UUID staff) {
        return store.cellsOf(tenant, staff);
    }

    /** Whether a text is part of the person's name or login, in whatever case. */
    public static boolean matches(Staff staff, String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(staff.name(), staff.nameEn(), staff.login())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }

    private Stream<Staff> active(Tenant tenant) {
        return store.all(tenant).stream().filter(Account::active).map(Account::staff);
    }
}
