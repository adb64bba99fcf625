package org.yiwang.registry.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;

/**
 * A kind of register, as a package defines it.
 *
 * @param name short name of the kind in data and addresses, such as {@code shop}
 * @param origin the package and version that define it
 * @param key fields whose values together name an entry; never personal, always required
 * @param label the field that an entry is called by
 * @param freshDays after how many days without confirmation an entry counts as stale
 * @param identifying further fields that no two entries should share
 */
public record Register(
        String name,
        Origin origin,
        Words title,
        List<String> key,
        String label,
        PlaceKind place,
        int freshDays,
        Rights rights,
        List<String> identifying,
        Form form) {

    /** Where a definition comes from. */
    public record Origin(String pack, int version) {}

    /**
     * Who may read and change entries. Beyond the role, a person reaches what lies within sight; the units named here keep the register and see all of it.
     */
    public record Rights(Set<Role> read, Set<Role> write, Set<UnitId> keepers) {}

    public Field field(String name) {
        return form.field(name).orElseThrow(() -> new IllegalArgumentException(this.name + " has no field " + name));
    }

    public List<Field> personal() {
        return form.fields().stream().filter(Field::personal).toList();
    }

    /** Entries confirmed before this moment are stale. */
    public Instant staleBefore(Instant now) {
        return now.minus(Duration.ofDays(freshDays));
    }
}
