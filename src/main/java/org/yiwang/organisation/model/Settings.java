package org.yiwang.organisation.model;

/**
 * How a person likes the screens.
 *
 * @param locale {@code zh-CN} or {@code en}
 */
public record Settings(boolean largeType, String locale) {
    public static final Settings STANDARD = new Settings(false, "zh-CN");
}
