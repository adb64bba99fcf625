package org.yiwang.platform.audit;

/**
 * A place where the record is not what was once written.
 *
 * @param place chain and number, such as {@code audit 310110018/session row 7}, or {@code seal 12}
 */
public record Difference(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
