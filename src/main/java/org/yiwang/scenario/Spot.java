package org.yiwang.scenario;

/**
 * Where something stands in a package.
 *
 * @param file path within the package, such as {@code cases/encroachment.yaml}
 * @param line counted from 1
 */
public record Spot(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
