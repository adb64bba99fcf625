package org.yiwang.worktime;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a limit counts in. */
public enum LimitUnit {
    WORKING_MINUTES(true, 60, "个工作分钟", "working minute"),
    WORKING_HOURS(true, 3600, "个工作小时", "working hour"),
    WORKING_DAYS(true, 86_400, "个工作日", "working day"),
    MINUTES(false, 60, "分钟", "minute"),
    HOURS(false, 3600, "小时", "hour"),
    DAYS(false, 86_400, "天", "day");

    private final boolean working;
    private final int seconds;
    private final String zh;
    private final String en;

    LimitUnit(boolean working, int seconds, String zh, String en) {
        this.working = working;
        this.seconds = seconds;
        this.zh = zh;
        this.en = en;
    }

    public boolean isWorking() {
        return working;
    }

    /** Whether whole days are counted, so that the hour of the start makes no difference. */
    public boolean isDays() {
        return this == WORKING_DAYS || this == DAYS;
    }

    int seconds() {
        return seconds;
    }

    String words(int amount, Locale locale) {
        if (!TimeWords.isEnglish(locale)) return zh;
        return amount == 1 ? en : en + "s";
    }

    /** The name in data and JSON, such as {@code working-hours}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the known ids, when there is none of this id */
    @JsonCreator
    public static LimitUnit of(String id) {
        return Arrays.stream(values())
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit is called %s. Known: %s"
                        .formatted(
                                id, Arrays.stream(values()).map(LimitUnit::id).toList())));
    }
}
