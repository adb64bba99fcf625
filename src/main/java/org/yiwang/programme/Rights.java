package org.yiwang.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.programme.model.Person;

/** What a member of staff is to a programme. */
public final class Rights {
    public static final String READ = "programmes.read";
    public static final String DRAFT = "programmes.draft";

    private Rights() {}

    /** @param unit to which the programme belongs */
    static Person of(Staff staff, UnitId unit) {
        Set<String> rights = new HashSet<>(Set.of(staff.unit().value()));
        if (staff.unit().equals(unit) && Access.may(staff, DRAFT)) rights.add(Person.OWNER);
        for (String right : List.of(Person.OPINE, ReadKind.REVIEW, ReadKind.DECIDE))
            if (Access.may(staff, right)) rights.add(right);
        return new Person(staff.id(), staff.name(), staff.unit(), Set.copyOf(rights));
    }
}
