package org.yiwang.registry.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Site;

/**
 * What a person's roles and sight mean for a register: in memory, and as the condition that narrows every query. The register says which roles may read and
 * write at all; of its entries a person reaches those in the own areas and committees, the units that keep it all of them.
 */
public final class EntrySight {
    /** The condition on {@code registry.entry e}; takes the parameters of {@link #parameters}. */
    static final String CONDITION = "(:everything or e.area = any(:areas) or e.committee = any(:committees))";

    private EntrySight() {}

    public static boolean mayRead(Staff staff, Register register) {
        return staff.roles().stream().anyMatch(register.rights().read()::contains);
    }

    public static boolean mayWrite(Staff staff, Register register) {
        return staff.roles().stream().anyMatch(register.rights().write()::contains);
    }

    /** A register that a person may not read does not exist for that person. */
    public static void requireRead(Staff staff, Register register) {
        if (!mayRead(staff, register))
            throw Refusal.notFound("registry.no-register", register.name()).exception();
    }

    public static void requireWrite(Staff staff, Register register) {
        requireRead(staff, register);
        if (!mayWrite(staff, register))
            throw Refusal.forbidden(
                            "registry.read-only",
                            register.title().zh(),
                            register.title().en())
                    .exception();
    }

    public static boolean isWhole(Staff staff, Register register) {
        Sight sight = staff.sight();
        return sight.everything()
                || register.place() == PlaceKind.NONE
                || register.rights().keepers().contains(sight.unit());
    }

    /** Whether an entry that lies here is within reach. */
    public static boolean covers(Staff staff, Register register, @Nullable Site site) {
        return isWhole(staff, register)
                || (site != null
                        && (has(staff.sight().areas(), site.area())
                                || has(staff.sight().committees(), site.committee())));
    }

    private static boolean has(Set<UnitId> units, @Nullable String unit) {
        return unit != null && units.contains(new UnitId(unit));
    }

    static Map<String, Object> parameters(Staff staff, Register register) {
        Map<String, Object> parameters = new HashMap<>(staff.sight().parameters());
        parameters.put("tenant", staff.tenant().code());
        parameters.put("register", register.name());
        parameters.put("everything", isWhole(staff, register));
        return parameters;
    }
}
