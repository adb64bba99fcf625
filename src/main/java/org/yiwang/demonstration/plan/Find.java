package org.yiwang.demonstration.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.registry.EntryFacts;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that was found at a record of a register, and the case that follows.
 *
 * @param key of the record that was looked at
 * @param open whether it is not over when the demonstration opens
 * @param by whose people opened the case; null = the inspectors of the place
 * @param answers to the questions of the category
 * @param about the record that the case is about, where rules look at it
 * @param look what was seen; null where the walk itself finds the words for it
 */
record Find(
        Birth birth,
        String key,
        boolean open,
        @Nullable UnitId by,
        Map<String, List<String>> answers,
        @Nullable EntryFacts about,
        @Nullable Look look) {

    /**
     * What was seen on a round.
     *
     * @param round its id
     * @param answers of its whole checklist
     */
    record Look(String round, ObjectNode answers) {}

    Find with(Birth other) {
        return new Find(other, key, open, by, answers, about, look);
    }
}
