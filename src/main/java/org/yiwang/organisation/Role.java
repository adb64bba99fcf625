package org.yiwang.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person does in the work; one person may hold several. */
public enum Role {
    /** 网格员 */
    INSPECTOR,
    /** 网格长 */
    GRID_LEADER,
    /** 居委干部 */
    COMMITTEE,
    /** 承办人员 */
    HANDLER,
    /** 部门负责人 */
    UNIT_LEAD,
    /** 派遣员、坐席 */
    OPERATOR,
    /** 值班长 */
    DUTY_CHIEF,
    /** 督办员 */
    SUPERVISOR,
    /** 街道领导 */
    LEADER,
    /** 系统管理员 */
    ADMIN,
    /** 外部单位人员: of a company that takes cases over; alone, and only in an outside party */
    PARTY;

    /** The name in data and JSON, such as {@code duty-chief}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no role has this id */
    @JsonCreator
    public static Role of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
