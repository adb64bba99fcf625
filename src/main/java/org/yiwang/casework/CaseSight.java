package org.yiwang.casework;

import org.yiwang.casework.model.CaseFile;
import org.yiwang.organisation.Sight;

/** What a person's sight means for cases: in memory, and as the condition that narrows every query. */
final class CaseSight {
    /** The condition on {@code casework.cases c}; takes the parameters of {@link Sight#parameters}. */
    static final String CONDITION =
            "(:everything or c.area = any(:areas) or c.committee = any(:committees) or c.desk @> array[:unit]::text[])";

    private CaseSight() {}

    static boolean covers(Sight sight, CaseFile file) {
        return sight.everything()
                || sight.areas().contains(file.place().area())
                || sight.committees().contains(file.place().committee())
                || file.desk().contains(sight.unit());
    }
}
