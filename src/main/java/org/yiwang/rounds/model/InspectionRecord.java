package org.yiwang.rounds.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;
import tools.jackson.databind.JsonNode;

/**
 * What was seen at a stop, as a paper states it (检查记录).
 *
 * @param number by which people speak of it
 * @param seen what was found, in the order in which it was opened
 */
public record InspectionRecord(
        Stop stop, Round round, Stop.Made made, String number, List<Photo> photos, List<Case> seen) {

    /** @param hash SM3 of the picture as kept */
    public record Photo(UUID id, String hash) {}

    /**
     * A case that was opened.
     *
     * @param category code of its type as it was opened: a correction in the desk makes no paper wrong
     */
    public record Case(String number, String category) {}

    /** What digests begin with since they cover the types of the cases and the second look; older ones are the hash alone. */
    private static final String SECOND_FORM = "2-";

    /** SM3 over everything that the paper states. It is the same in every language and as long as nothing is changed. */
    public String digest() {
        return SECOND_FORM + hash(canonical());
    }

    /** Whether a paper with this digest states what this record states; papers of the first form verify as they did. */
    public boolean isDigest(String given) {
        return given.equals(form(given) == 1 ? hash(firstCanonical()) : digest());
    }

    /** Which form of digests this is one of. */
    public static int form(String digest) {
        return digest.startsWith(SECOND_FORM) ? 2 : 1;
    }

    private static String hash(String text) {
        return Hash.of(Sm3.hash(text.getBytes(StandardCharsets.UTF_8))).hex();
    }

    /** The first form, and what it left out. */
    String canonical() {
        List<String> lines = new ArrayList<>();
        lines.add(firstCanonical());
        lines.add("again " + (stop.again() == null ? "-" : stop.again().stop()));
        seen.forEach(one -> lines.add("type " + one.number() + " " + one.category()));
        return String.join("\n", lines);
    }

    /** One line for each part; what people wrote stands in quotes as JSON has it, so that no two records read alike. */
    private String firstCanonical() {
        List<String> lines = new ArrayList<>();
        lines.add("stop " + stop.id());
        lines.add("round " + round.id() + " " + round.version());
        lines.add("subject "
                + (stop.subject().register() == null ? "cell" : stop.subject().register()));
        lines.add("key " + quoted(stop.subject().key()));
        lines.add("label " + quoted(stop.subject().label()));
        lines.add("at " + Instant.ofEpochMilli(made.at().toEpochMilli()));
        lines.add("by " + made.by() + " " + quoted(made.byName()));
        Stop.Stood stood = made.stood();
        lines.add("stood " + (stood == null ? "-" : stood.lon() + " " + stood.lat() + " " + stood.accuracy()));
        lines.add("metres " + (made.metres() == null ? "-" : made.metres()) + " " + made.proven());
        for (Map.Entry<String, JsonNode> answer : new TreeMap<>(made.answers()).entrySet())
            lines.add("answer " + answer.getKey() + " " + answer.getValue());
        photos.forEach(photo -> lines.add("photo " + photo.id() + " " + photo.hash()));
        seen.forEach(one -> lines.add("case " + one.number()));
        return String.join("\n", lines);
    }

    private static String quoted(String text) {
        return tools.jackson.databind.node.JsonNodeFactory.instance
                .stringNode(text)
                .toString();
    }
}
