package org.yiwang.grids;

import java.util.List;
import org.yiwang.grids.model.Holder;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/** Who is meant by a sign-in name or a name: somebody with an account here, or somebody who has only a name. */
final class NameHolder {
    private final List<Staff> people;
    private final UnitId unit;

    /** @param unit whose people come first where several have the same name */
    NameHolder(List<Staff> people, UnitId unit) {
        this.people = people;
        this.unit = unit;
    }

    Holder of(String text) {
        List<Staff> byLogin =
                people.stream().filter(staff -> staff.login().equals(text)).toList();
        if (byLogin.size() == 1) return of(byLogin.getFirst());
        List<Staff> byName = people.stream()
                .filter(staff -> staff.name().equals(text) && staff.unit().equals(unit))
                .toList();
        return byName.size() == 1 ? of(byName.getFirst()) : new Holder(null, text, null);
    }

    static Holder of(Staff staff) {
        return new Holder(staff.id(), staff.name(), staff.nameEn());
    }
}
