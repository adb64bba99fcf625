package org.yiwang.worktime;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a limit counts in. */
public enum LimitUnit {
    WORKING_MINUTES(true, "个工作分钟", "working minutes"),
    WORKING_HOURS(true, "个工作小时", "working hours"),
    WORKING_DAYS(true, "个工作日", "working days"),
    MINUTES(false, "分钟", "minutes"),
    HOURS(false, "小时", "hours"),
    DAYS(false, "天", "days");

    private final boolean working;
    private final String zh;
    private final String en;

    LimitUnit(boolean working, String zh, String en) {
        this.working = working;
        this.zh = zh;
        this.en = en;
    }

    public boolean isWorking() {
        return working;
    }

    String words(Locale locale) {
        return locale.getLanguage().equals("en") ? " " + en : zh;
    }

    /** The name in data and JSON, such as {@code working-hours}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static LimitUnit of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
