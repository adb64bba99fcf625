package org.yiwang.lists.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws cases at random so that the draw can be repeated by hand. Each case is put in order by the SHA-256 of {@code seed/number}; of each unit the first so many are
 * drawn. With a seed that nobody could choose, every set of that size is equally likely, and {@code printf 'seed/number' | sha256sum} shows why a case was drawn.
 */
public final class DrawSample {
    private DrawSample() {}

    /** Those drawn, unit by unit in the order of the units' names, each unit's in the order of their marks. */
    public static List<Candidate> draw(String seed, SampleRule rule, Collection<Candidate> closed) {
        Map<String, List<Candidate>> byUnit = closed.stream()
                .collect(Collectors.groupingBy(one -> one.unit().value(), TreeMap::new, Collectors.toList()));
        List<Candidate> drawn = new ArrayList<>();
        byUnit.values().forEach(unit -> unit.stream()
                .map(one -> new Marked(one, mark(seed, one.number())))
                .sorted(Comparator.comparing(Marked::mark))
                .limit(rule.size(unit.size()))
                .forEach(first -> drawn.add(first.one())));
        return drawn;
    }

    private record Marked(Candidate one, String mark) {}

    /** What a case is put in order by, in hexadecimal. */
    public static String mark(String seed, String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((seed + "/" + number).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
