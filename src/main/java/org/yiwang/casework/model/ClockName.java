package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The named clocks of a case. Each runs against a limit of its category. */
public enum ClockName {
    /** 受理 */
    ACCEPT,
    /** 先行联系 */
    FIRST_CONTACT,
    /** 派遣 */
    DISPATCH,
    /** 接单 */
    CLAIM,
    /** 处置 */
    HANDLE,
    /** 核查 */
    VERIFY,
    /** 回访 */
    VISIT,
    /** 全程 */
    WHOLE;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static ClockName of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
