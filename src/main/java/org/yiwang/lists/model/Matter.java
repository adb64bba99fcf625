package org.yiwang.lists.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Trouble;

/**
 * Something on the agenda of a meeting.
 *
 * @param seq its place on the agenda, from 1
 * @param cases what it is about; none for a matter that somebody put on the agenda by hand
 * @param why it is there; empty where it was put there by hand
 * @param carried how many meetings put it off before
 */
public record Matter(
        int seq,
        String title,
        List<UUID> cases,
        List<Trouble> why,
        int carried,
        @Nullable Ruling ruling) {
    public static final int TITLE_CHARACTERS_MAX = 80;
    public static final int TEXT_CHARACTERS_MAX = 1_000;

    /** How a matter was settled. */
    public enum Way {
        /** 交办: a unit is given an item. */
        TASK,
        /** 大联动: several matters become one joint action. */
        JOINT,
        /** 已议: talked about, nothing to be done beside the case. */
        NOTED,
        /** 下次再议 */
        CARRIED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this id */
        @JsonCreator
        public static Way of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** @param item that came of it, for a task or a joint action */
    public record Ruling(Way way, String text, @Nullable UUID item, String by, Instant at) {}
}
