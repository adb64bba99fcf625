package org.yiwang.territory;

/**
 * Something close to a point.
 *
 * @param kind its layer, such as {@code road} or {@code estate}
 * @param metres whole metres to its nearest point; 0 inside
 */
public record Near(String code, String name, String kind, int metres) {}
