package org.yiwang.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One unit of the 1+3+21 organisation, a department, or an outside party. */
public record Unit(
        UnitId id,
        String name,
        String nameEn,
        Kind kind,
        @Nullable UnitId parent,
        @Nullable String phone) {

    /** 城运中心, 片区, 居委会, 职能部门, 外部单位. */
    public enum Kind {
        CENTRE,
        AREA,
        COMMITTEE,
        DEPARTMENT,
        PARTY;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
