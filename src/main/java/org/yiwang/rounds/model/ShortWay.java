package org.yiwang.rounds.model;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.territory.LonLat;

/**
 * A short way past many places from where somebody stands: always on to the nearest, then crossings undone as long as that makes it shorter (2-opt). Not the
 * shortest, but seldom more than a twentieth longer.
 */
public final class ShortWay {
    /** Beyond this the stops are walked on several days anyway. */
    static final int STOPS_MAX = 200;

    private static final double GAIN_METRES_MIN = 0.5;

    private ShortWay() {}

    /** Positions in {@code places}, in the order in which to go; what is past {@value #STOPS_MAX} follows as given. */
    public static List<Integer> from(LonLat start, List<LonLat> places) {
        int count = Math.min(places.size(), STOPS_MAX);
        List<Integer> order = nearest(start, places, count);
        while (isShortened(start, places, order)) {}
        for (int i = count; i < places.size(); i++) order.add(i);
        return order;
    }

    /** Metres from the start past all of them, as the crow flies. */
    public static double metres(LonLat start, List<LonLat> places, List<Integer> order) {
        double metres = 0;
        LonLat at = start;
        for (int next : order) {
            metres += at.metresTo(places.get(next));
            at = places.get(next);
        }
        return metres;
    }

    private static List<Integer> nearest(LonLat start, List<LonLat> places, int count) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < count; i++) left.add(i);
        List<Integer> order = new ArrayList<>();
        LonLat at = start;
        while (!left.isEmpty()) {
            LonLat here = at;
            int best = 0;
            for (int i = 1; i < left.size(); i++)
                if (here.metresTo(places.get(left.get(i))) < here.metresTo(places.get(left.get(best)))) best = i;
            at = places.get(left.get(best));
            order.add(left.remove(/* index */ best));
        }
        return order;
    }

    /** Turns the first stretch round whose turning makes the way shorter. */
    private static boolean isShortened(LonLat start, List<LonLat> places, List<Integer> order) {
        for (int from = 0; from < order.size() - 1; from++) {
            LonLat before = from == 0 ? start : places.get(order.get(from - 1));
            for (int to = from + 1; to < order.size(); to++) {
                LonLat first = places.get(order.get(from));
                LonLat last = places.get(order.get(to));
                double gain = before.metresTo(first) - before.metresTo(last);
                if (to + 1 < order.size()) {
                    LonLat after = places.get(order.get(to + 1));
                    gain += last.metresTo(after) - first.metresTo(after);
                }
                if (gain < GAIN_METRES_MIN) continue;
                java.util.Collections.reverse(order.subList(from, to + 1));
                return true;
            }
        }
        return false;
    }
}
