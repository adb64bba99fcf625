package org.yiwang.lists.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a list is for. */
public enum ListKind {
    /** 责任清单: who answers for what. */
    RESPONSIBILITY,
    /** 问题清单: what was found wrong and has to be put right. */
    PROBLEM,
    /** 项目清单: pieces of work with an end, joint actions (大联动) among them. */
    PROJECT,
    /** 专项监督: what comes of looking at one matter for a quarter. */
    SPECIAL,
    /** 例会交办: what the weekly meeting decided. */
    MEETING;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static ListKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
