package org.yiwang.advice.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which matters of a category say it in much the same words: each joins the first group whose leader it is like. */
final class Wordings {
    /** What two texts have in common of all their pairs of ideographs (Jaccard) from which on they are one wording. */
    private static final double ALIKE = 0.3;

    private record Group(int number, Set<String> leader) {}

    private final Map<String, List<Group>> groups = new HashMap<>();
    private int last;

    /** The number of the group; matters of two numbers are worded differently, or of different categories. */
    int group(Example example) {
        Set<String> words = Traits.of(example.text()).keySet().stream()
                .filter(Traits::isWord)
                .collect(Collectors.toSet());
        List<Group> known = groups.computeIfAbsent(example.category(), ignored -> new ArrayList<>());
        for (Group group : known) if (likeness(group.leader, words) >= ALIKE) return group.number;
        known.add(new Group(++last, words));
        return last;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) return 1;
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }
}
