package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;

/**
 * How one file differs between two versions.
 *
 * @param lines the lines that came and went, in the order of the file, at most {@value #LINES_MAX}; none for a file that came or went as a whole
 */
@SchemaName("ScenarioDifference")
record Difference(String file, Change change, List<Line> lines) {
    private static final int LINES_MAX = 400;
    /** Beyond this the comparison would cost more than it tells. */
    private static final int COMPARED_MAX = 1_500;

    enum Change {
        ADDED,
        REMOVED,
        CHANGED;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param number of the line, in the new file where it came, in the old one where it went */
    @SchemaName("ScenarioLine")
    record Line(Change change, int number, String text) {}

    static List<Difference> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            byte[] old = before.get(path);
            byte[] now = after.get(path);
            if (!Arrays.equals(old, now)) differences.add(of(path, old, now));
        }
        return differences;
    }

    private static Difference of(String path, byte @Nullable [] old, byte @Nullable [] now) {
        if (old == null) return new Difference(path, Change.ADDED, List.of());
        if (now == null) return new Difference(path, Change.REMOVED, List.of());
        return new Difference(path, Change.CHANGED, lines(text(old), text(now)));
    }

    private static List<String> text(byte[] content) {
        return new String(content, UTF_8).lines().toList();
    }

    private static List<Line> lines(List<String> old, List<String> now) {
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) start++;
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) end++;
        List<String> went = old.subList(start, old.size() - end);
        List<String> came = now.subList(start, now.size() - end);
        List<Line> lines = went.size() > COMPARED_MAX || came.size() > COMPARED_MAX
                ? new ArrayList<>()
                : compared(went, came, start + 1);
        return lines.subList(0, Math.min(lines.size(), LINES_MAX));
    }

    /** What is not in the longest common subsequence. */
    private static List<Line> compared(List<String> went, List<String> came, int first) {
        int[][] common = new int[went.size() + 1][came.size() + 1];
        for (int i = went.size() - 1; i >= 0; i--)
            for (int j = came.size() - 1; j >= 0; j--)
                common[i][j] = went.get(i).equals(came.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < went.size() || j < came.size()) {
            boolean isSame = i < went.size() && j < came.size() && went.get(i).equals(came.get(j));
            if (isSame) {
                i++;
                j++;
            } else if (j == came.size() || (i < went.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, first + i, went.get(i++)));
            } else {
                lines.add(new Line(Change.ADDED, first + j, came.get(j++)));
            }
        }
        return lines;
    }
}
