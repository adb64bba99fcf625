package org.yiwang.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the packages that come with the program stay out for now: those that would take something away. What moved from one package to another is gone
 * where the other is the sub-district's own to decide and still an earlier one.
 */
final class HoldBack {
    private final List<Section> sections;
    private final Map<String, PackageFiles> inForce;

    HoldBack(List<Section> sections, Map<String, PackageFiles> inForce) {
        this.sections = sections;
        this.inForce = inForce;
    }

    /**
     * What each of them would take away, by package; nothing of those that may come.
     *
     * @param coming versions that would take the place of those in force
     */
    Map<String, List<Words>> of(Map<String, PackageFiles> coming) {
        Map<String, PackageFiles> rest = new LinkedHashMap<>(coming);
        Map<String, List<Words>> held = new LinkedHashMap<>();
        int before;
        do {
            before = held.size();
            for (String id : List.copyOf(rest.keySet())) {
                List<Words> lost = lost(id, rest);
                if (lost.isEmpty()) continue;
                // Without it others may lose what it was to bring.
                held.put(id, lost);
                rest.remove(id);
            }
        } while (held.size() > before);
        return held;
    }

    private List<Words> lost(String id, Map<String, PackageFiles> coming) {
        PackageFiles now = inForce.get(id);
        if (now == null) return List.of();
        Map<String, PackageFiles> beside = new LinkedHashMap<>(inForce);
        beside.putAll(coming);
        PackageFiles next = beside.getOrDefault(id, now).beside(beside.values());
        List<Words> lost = new ArrayList<>();
        sections.forEach(section -> lost.addAll(section.lost(now, next)));
        return lost;
    }
}
