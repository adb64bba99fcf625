package org.yiwang.assessment.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** What a line saw, in a sentence: why it costs what it costs. */
public record DescribeLine(boolean english, ZoneId zone) {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    public String of(Line line) {
        if (line.corrected() != null)
            return english ? "Counts in full: " + line.corrected() : "申诉后计满：" + line.corrected();
        return switch (line.kind()) {
            case Facts.RETURN_VISIT -> visit(line);
            case "fail" -> step(line, "核查不通过，返工", "did not pass verification");
            case "reopen" -> step(line, "办结后重新打开", "was opened again after it had been closed");
            case "grant-return" -> step(line, "退单", "was given back");
            case "yellow" -> step(line, "黄牌督办", "yellow card");
            case "red" -> step(line, "红牌督办", "red card");
            case "close" -> step(line, "办结", "closed");
            default -> clock(line);
        };
    }

    private String step(Line line, String zh, String en) {
        return english ? moment(line.at()) + ": " + en : moment(line.at()) + " " + zh;
    }

    private String clock(Line line) {
        if (line.doneAt() == null)
            return english ? "Due " + moment(line.at()) + ", not done yet" : "应于 " + moment(line.at()) + " 前，尚未完成";
        boolean late = line.doneAt().isAfter(line.at());
        return english
                ? "Due %s, done %s%s".formatted(moment(line.at()), moment(line.doneAt()), late ? " (late)" : "")
                : "应于 %s 前，实际 %s%s".formatted(moment(line.at()), moment(line.doneAt()), late ? "（超时）" : "");
    }

    private String visit(Line line) {
        String when = moment(line.at());
        String solved = line.solved() == null
                ? ""
                : line.solved() ? (english ? ", solved" : "，已解决") : (english ? ", not solved" : "，未解决");
        String stars = line.stars() == null
                ? ""
                : english
                        ? ", %d %s".formatted(line.stars(), line.stars() == 1 ? "star" : "stars")
                        : "，%d 星".formatted(line.stars());
        return (english ? "Return visit " + when : when + " 回访") + Objects.requireNonNull(solved) + stars;
    }

    private String moment(Instant at) {
        return (english ? EN : ZH).format(at.atZone(zone));
    }
}
