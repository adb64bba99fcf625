package org.yiwang.hotline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a call to a caller ended. */
public enum CallResult {
    REACHED("已联系上"),
    NO_ANSWER("无人接听"),
    BUSY("占线"),
    OFF("关机或停机"),
    WRONG_NUMBER("号码有误");

    private final String zh;

    CallResult(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static CallResult of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
