package org.yiwang.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Checks a package as a whole: the envelope here, each section by the module it belongs to. Needs no database. */
@Component
public class CheckPackage {
    private static final Pattern LANGUAGE = Pattern.compile("texts/[a-z]{2,3}(-[A-Za-z]{2,8})?\\.yaml");
    private static final String ENGLISH = "texts/en.yaml";

    /** A package as read and everything that is wrong with it. */
    public record Checked(PackageFiles files, Faults faults) {}

    private final List<Section> sections;

    @Autowired
    CheckPackage(ObjectProvider<Section> sections) {
        this(sections.stream().sorted(Comparator.comparing(Section::folder)).toList());
    }

    CheckPackage(List<Section> sections) {
        this.sections = sections;
    }

    List<Section> sections() {
        return sections;
    }

    /** @param faults what is known to be wrong already, such as files that were too large */
    public Checked check(Map<String, byte[]> content, Collection<PackageFiles> others, Faults faults) {
        if (!content.containsKey(Pack.FILE)) {
            faults.fault(new Spot(Pack.FILE, 1), "scenario.no-pack");
            return new Checked(PackageFiles.of(content, others, new Faults()), faults);
        }
        PackageFiles files = PackageFiles.of(content, others, faults);
        checkFiles(files, faults);
        checkNeeds(files, faults);
        sections.forEach(section -> section.check(files, faults));
        return new Checked(files, faults);
    }

    private void checkFiles(PackageFiles files, Faults faults) {
        List<String> kinds = sections.stream()
                .map(section -> section.folder() + "/*" + section.ending())
                .toList();
        for (String path : files.paths())
            if (!isKnown(path))
                faults.fault(new Spot(path, 1), "scenario.unknown-file", path, String.join(", ", kinds));
        if (!files.paths().contains(ENGLISH)) faults.warning(new Spot(Pack.FILE, 1), "scenario.no-texts", ENGLISH);
    }

    private boolean isKnown(String path) {
        if (path.equals(Pack.FILE) || path.equals("README.md") || path.startsWith("examples/")) return true;
        if (LANGUAGE.matcher(path).matches()) return true;
        return sections.stream()
                .anyMatch(section -> path.startsWith(section.folder() + "/")
                        && path.endsWith(section.ending())
                        && path.indexOf('/') == path.lastIndexOf('/'));
    }

    private static void checkNeeds(PackageFiles files, Faults faults) {
        Map<String, List<String>> needs = new HashMap<>();
        files.others()
                .forEach(other -> needs.put(other.pack().id(), other.pack().needs()));
        Spot spot = files.spotOf(Pack.FILE, "needs");
        String known = String.join(", ", needs.keySet().stream().sorted().toList());
        for (String need : files.pack().needs())
            if (!needs.containsKey(need))
                faults.fault(spot, "scenario.need-unknown", need, known.isEmpty() ? "–" : known);
        needs.put(files.pack().id(), files.pack().needs());
        List<String> cycle = cycle(files.pack().id(), needs, new LinkedHashSet<>());
        if (!cycle.isEmpty()) faults.fault(spot, "scenario.need-cycle", String.join(" → ", cycle));
    }

    /** The way from a package over its needs back to itself; empty where there is none. */
    private static List<String> cycle(String at, Map<String, List<String>> needs, Set<String> way) {
        if (!way.add(at)) return List.of();
        String start = way.iterator().next();
        for (String need : needs.getOrDefault(at, List.of())) {
            if (need.equals(start)) {
                List<String> cycle = new ArrayList<>(way);
                cycle.add(start);
                return cycle;
            }
            List<String> further = cycle(need, needs, way);
            if (!further.isEmpty()) return further;
        }
        way.remove(at);
        return List.of();
    }
}
