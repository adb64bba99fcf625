package org.yiwang.alarms.follow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.RemarkStore.Said;

/** What stands in a case about its alarms; cases are kept in Chinese. */
final class CaseWords {
    static final int TITLE_CHARACTERS_MAX = 80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日 HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private CaseWords() {}

    static String title(String name, String place) {
        String title = name + " · " + place;
        return title.substring(0, Math.min(title.length(), TITLE_CHARACTERS_MAX));
    }

    static String opened(String name, Alarm alarm) {
        return "%s（%s）于 %s 发出告警：%s，%s。"
                .formatted(alarm.label(), alarm.device(), at(alarm.raisedAt()), name, severity(alarm.severity()));
    }

    static String joined(String name, Alarm alarm) {
        return "再次告警：%s（%s）%s，%s，%s。"
                .formatted(alarm.label(), alarm.device(), name, severity(alarm.severity()), at(alarm.raisedAt()));
    }

    static String cleared(String name, Alarm alarm, Instant at) {
        return "告警解除：%s（%s）%s，%s。案件仍按流程办理。".formatted(alarm.label(), alarm.device(), name, at(at));
    }

    static String judged(String name, Alarm alarm, Said said, boolean isMistake) {
        boolean isRight = said.act().equals("true");
        String why = said.words().isBlank() ? "" : "（" + said.words() + "）";
        String word = "%s 判定告警%s：%s（%s）%s%s。"
                .formatted(said.by(), isRight ? "属实" : "为误报", alarm.label(), alarm.device(), name, why);
        return isMistake ? word + "本案所有告警均为误报，之后的告警另行立案；可由坐席撤销，或由承办单位写明情况反馈。" : word;
    }

    private static String severity(String severity) {
        return switch (Severity.valueOf(severity)) {
            case NOTICE -> "提示";
            case MINOR -> "一般";
            case MAJOR -> "重要";
            case CRITICAL -> "紧急";
        };
    }

    static String at(Instant at) {
        return TIME.format(at);
    }
}
