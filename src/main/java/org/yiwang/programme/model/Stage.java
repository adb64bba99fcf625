package org.yiwang.programme.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * Where a programme may stand.
 *
 * @param days working days in which it should leave the stage; null where it may stay
 * @param isEdited whether what is asked, and the papers, may be changed there by the unit that it belongs to
 * @param asked whose opinions are asked there
 * @param isEnd whether nothing follows
 */
public record Stage(
        String id,
        Title title,
        @Nullable Integer days,
        boolean isEdited,
        @Nullable Asked asked,
        boolean isEnd) {

    /** Units that are to say what they think, and how many of them must have, before a step that needs opinions. */
    public record Asked(List<UnitId> units, int least) {}
}
