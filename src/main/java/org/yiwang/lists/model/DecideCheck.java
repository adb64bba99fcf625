package org.yiwang.lists.model;

import org.jspecify.annotations.Nullable;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** Whether a person may look at a drawn case again, and whether what was found holds. */
public final class DecideCheck {
    /** The permission of those who look at cases of other units again. */
    public static final String READ = "lists.read";

    private DecideCheck() {}

    /** People of the unit it was given to, and whoever oversees; never those whose unit led the case. */
    public static boolean may(Staff staff, Check check) {
        if (staff.isOutside() || !Access.may(staff, READ)) return false;
        if (staff.unit().equals(check.drawn().unit())) return false;
        return staff.unit().equals(check.checker()) || Access.may(staff, DecideItem.OVERSEE);
    }

    /** Why the finding cannot be kept; null where it can. */
    public static @Nullable Refusal refusal(
            Staff staff, Check check, @Nullable Verdict verdict, String note, boolean isClosed) {
        if (!may(staff, check)) return Refusal.forbidden("lists.not-your-check");
        if (isClosed) return Refusal.conflict("lists.closed");
        if (check.finding() != null) return Refusal.conflict("lists.checked-already");
        if (verdict == null) return Refusal.invalid("verdict", "lists.no-verdict");
        if (note.isEmpty()) return Refusal.invalid("note", "lists.no-note");
        return note.length() > Check.NOTE_CHARACTERS_MAX
                ? Refusal.invalid("note", "lists.too-long", Check.NOTE_CHARACTERS_MAX)
                : null;
    }
}
