package org.yiwang.advice.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of the map that stand in a text: the longest where several begin alike, estates and places before roads. */
public final class NamedSpots {
    private static final int NAME_CHARACTERS_MIN = 2;

    private NamedSpots() {}

    /**
     * Something of the map with a name.
     *
     * @param kind its layer, such as {@code estate}
     * @param reach how far from the point the thing extends, metres
     */
    public record Named(String code, String name, String kind, double lon, double lat, double reach) {}

    /** A name where it stands in the text. */
    public record Found(Named named, int from, int to) {}

    public static List<Found> in(String text, List<Named> all) {
        List<Found> found = new ArrayList<>();
        for (Named one : all) {
            if (one.name.length() < NAME_CHARACTERS_MIN) continue;
            int at = text.indexOf(one.name);
            if (at >= 0) found.add(new Found(one, at, at + one.name.length()));
        }
        List<Found> longest = found.stream()
                .filter(one -> found.stream().noneMatch(other -> covers(other, one)))
                .toList();
        return longest.stream()
                .sorted(Comparator.comparingDouble((Found one) -> one.named.reach)
                        .thenComparingInt(Found::from))
                .toList();
    }

    private static boolean covers(Found other, Found one) {
        return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
    }
}
