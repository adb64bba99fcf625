package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is counted of the cases of a matter. */
public enum MatterFigure {
    /** 案件: reported in the period, without those declined, withdrawn or merged. */
    CASES,
    /** 已结案 */
    CLOSED,
    /** 按期: a whole clock (全程时限) was met and none was missed. */
    ON_TIME,
    /** 超期: a whole clock was missed, or runs and its due time has passed. */
    OVERDUE,
    /** 退单: a return was granted. */
    RETURNED,
    /** 返工: failed its verification at least once. */
    REWORKED,
    /** 回访: somebody was reached who gave stars; the last such visit counts. */
    RATED,
    /** 不满意: of those, two stars of five or fewer. */
    UNSATISFIED;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static MatterFigure of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
