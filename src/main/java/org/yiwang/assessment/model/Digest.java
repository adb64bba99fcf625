package org.yiwang.assessment.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Assessment.Counted;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;

/** SM3 over everything that a month's score follows from. The same digest means the same score; how a case is called is no part of it. */
public final class Digest {
    private Digest() {}

    public static Hash of(Assessment formula, Decided decided, Collection<Occasion> occasions, Instant now) {
        List<String> lines = new ArrayList<>();
        Set<UUID> cases = new HashSet<>();
        for (Occasion occasion : occasions)
            if (formula.takes(occasion.matter())) {
                lines.add(line(occasion, now));
                cases.add(occasion.matter().id());
            }
        // What was decided about orders of other months is no part of this one.
        decided.leftOut().stream().filter(cases::contains).forEach(id -> lines.add("left out " + id));
        decided.corrected().keySet().stream()
                .filter(key -> cases.contains(key.caseId()))
                .forEach(key -> lines.add("corrected " + key));
        Collections.sort(lines);
        lines.add(0, formula.scheme().toString());
        int at = 1;
        for (Counted one : formula.counted()) lines.add(at++, one.toString());
        return Hash.of(Sm3.hash(String.join("\n", lines).getBytes(UTF_8)));
    }

    private static String line(Occasion occasion, Instant now) {
        return occasion.matter().id() + " " + occasion.kind() + " " + occasion.ref() + " " + occasion.at() + " "
                + occasion.lead() + " "
                + new java.util.TreeMap<>(Facts.of(occasion, now).values());
    }
}
