package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a case comes in; its letter stands in the case number. */
public enum Channel {
    /** 居民随手拍 */
    RESIDENT('R'),
    /** 网格巡查 */
    GRID('G'),
    /** 检查: found on a round over records, such as units or river sections */
    INSPECTION('J'),
    /** 12345 热线 */
    HOTLINE('H'),
    /** 坐席登记 */
    DESK('D'),
    /** 感知设备 */
    DEVICE('S'),
    OPEN311('O');

    private final char letter;

    Channel(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    @JsonValue
    public String id() {
        return Kebab.of(this);
    }

    /** @throws IllegalArgumentException when there is none of this id */
    @JsonCreator
    public static Channel of(String id) {
        return valueOf(Kebab.constant(id));
    }
}
