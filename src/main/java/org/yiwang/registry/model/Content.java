package org.yiwang.registry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.form.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the database keeps of an entry beside its life: the draft, and what follows from it for finding, counting and comparing. The names are those of the
 * columns; personal fields are open until the store seals them.
 *
 * @param refs entries of other registers that it names, as {@code building:<key>}
 * @param marks values that no other entry should have, as {@code licence:<value>}
 * @param alike the label without blanks, widths and capitals: equal for what may be the same thing twice
 */
public record Content(
        UUID id,
        String register,
        String key,
        String label,
        ObjectNode data,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable JsonNode shape,
        @Nullable String cell,
        @Nullable String committee,
        @Nullable String area,
        int asked,
        List<String> missing,
        List<String> refs,
        List<String> marks,
        String alike,
        String words,
        List<Integer> grams) {

    /** What follows from an entry as it stands. */
    public static Content of(Register register, Entry entry) {
        String label = entry.data().path(register.label()).asString(entry.key());
        return of(register, entry.id(), new Draft(entry.key(), label, entry.data(), entry.site()));
    }

    static Content of(Register register, UUID id, Draft draft) {
        Site site = draft.site();
        Completeness filled = Completeness.of(register.form(), draft.data());
        String words = SearchText.words(register, draft.key(), draft.data());
        return new Content(
                id,
                register.name(),
                draft.key(),
                draft.label(),
                draft.data(),
                site == null ? null : site.point().lon(),
                site == null ? null : site.point().lat(),
                site == null ? null : site.shape(),
                site == null ? null : site.cell(),
                site == null ? null : site.committee(),
                site == null ? null : site.area(),
                filled.asked(),
                filled.missing(),
                refs(register, draft.data()),
                marks(register, draft.data()),
                SearchText.plain(draft.label()),
                words,
                SearchText.index(words));
    }

    public Content withData(ObjectNode other) {
        return new Content(
                id, register, key, label, other, lon, lat, shape, cell, committee, area, asked, missing, refs, marks,
                alike, words, grams);
    }

    public static String ref(String register, String key) {
        return register + ":" + key;
    }

    private static List<String> refs(Register register, JsonNode data) {
        List<String> refs = new ArrayList<>();
        for (Field field : register.form().fields())
            if (field.register() != null && data.hasNonNull(field.name()))
                refs.add(ref(field.register(), data.get(field.name()).asString()));
        return refs;
    }

    private static List<String> marks(Register register, JsonNode data) {
        return register.identifying().stream()
                .filter(field -> data.hasNonNull(field))
                .map(field -> field + ":" + SearchText.plain(data.get(field).asString()))
                .toList();
    }
}
