package org.yiwang.hotline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller wants (GB/T 33358 and General Office of the State Council [2020] 53), with the letters that platforms write for it. */
public enum OrderKind {
    /** 咨询 */
    CONSULTATION("ZX", "咨询", "Consultation"),
    /** 求助 */
    HELP("QZ", "求助", "Request for help"),
    /** 投诉 */
    COMPLAINT("TS", "投诉", "Complaint"),
    /** 举报 */
    REPORT("JB", "举报", "Report of a wrong"),
    /** 建议 */
    SUGGESTION("JY", "建议", "Suggestion");

    private final String code;
    private final String zh;
    private final String en;

    OrderKind(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static OrderKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As platforms and sheets write it: by its letters or by its Chinese word. */
    public static Optional<OrderKind> written(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equalsIgnoreCase(text) || kind.zh.equals(text))
                .findFirst();
    }
}
