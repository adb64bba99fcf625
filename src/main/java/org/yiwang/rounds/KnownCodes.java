package org.yiwang.rounds;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Node.Sequence;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Spot;

/** The case types that a package may open: its own and those of what it needs. */
final class KnownCodes {
    private static final Set<String> OPENS = Set.of("x-opens", "opens");

    private KnownCodes() {}

    /** By package, the package's own first. */
    static Map<String, Set<String>> of(PackageFiles files) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        add(files, files.others(), known);
        return known;
    }

    private static void add(PackageFiles files, List<PackageFiles> others, Map<String, Set<String>> known) {
        String id = files.pack().id();
        if (known.containsKey(id)) return;
        known.put(id, codes(files));
        others.stream()
                .filter(other -> files.pack().needs().contains(other.pack().id()))
                .forEach(other -> add(other, others, known));
    }

    static Set<String> codes(PackageFiles files) {
        return new HashSet<>(ReadCaseTypes.of(files, new Faults()).types().keySet());
    }

    /** A case type that a checklist opens, and where it says so. */
    record Opened(String code, Spot spot) {}

    static Set<Opened> openedBy(Node node) {
        Set<Opened> opened = new LinkedHashSet<>();
        collect(node, opened);
        return opened;
    }

    private static void collect(Node node, Set<Opened> opened) {
        switch (node) {
            case Scalar _ -> {}
            case Sequence sequence -> sequence.items().forEach(item -> collect(item, opened));
            case Mapping mapping ->
                mapping.entries().forEach((key, entry) -> {
                    if (OPENS.contains(key)) scalars(entry.value()).forEach(code -> opened.add(opened(code)));
                    else collect(entry.value(), opened);
                });
        }
    }

    private static Opened opened(Scalar code) {
        return new Opened(code.text(), code.spot());
    }

    /** The code itself, or those of the bands of a number. */
    private static Stream<Scalar> scalars(Node node) {
        return switch (node) {
            case Scalar scalar -> Stream.of(scalar);
            case Sequence sequence -> sequence.items().stream().flatMap(KnownCodes::scalars);
            case Mapping mapping -> mapping.get("code").stream().flatMap(KnownCodes::scalars);
        };
    }
}
