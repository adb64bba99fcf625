package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a case stands, after GB/T 30428. Suspension, a pending extension and supervision are kept apart. */
public enum Stage {
    /** 待受理 */
    REPORTED,
    /** 待核实 */
    CHECKING,
    /** 待派遣 */
    ACCEPTED,
    /** 待接单 */
    DISPATCHED,
    /** 退单待审 */
    RETURN_ASKED,
    /** 待仲裁 */
    ARBITRATION,
    /** 处置中 */
    HANDLING,
    /** 待核查 */
    DONE,
    /** 待结案 */
    VERIFIED,
    /** 已结案 */
    CLOSED,
    /** 不予立案 */
    DECLINED,
    /** 已并案 */
    MERGED,
    /** 已撤销 */
    WITHDRAWN;

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Stage of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
