package org.yiwang.demonstration.plan;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;

/**
 * The drawings that illustrate cases.
 *
 * @param drawings attachment ids by {@link #name}
 */
public record Album(Map<String, UUID> drawings) {
    public static final int VARIANTS = 2;

    /** Name of a drawing, such as {@code lamp-before-1}. */
    public static String name(String scene, boolean settled, int variant) {
        return "%s-%s-%d".formatted(scene, settled ? "after" : "before", variant);
    }

    Evidence evidence(String scene, boolean settled, int variant, EvidenceKind kind) {
        String name = name(scene, settled, variant);
        UUID id = Objects.requireNonNull(drawings.get(name), () -> "There is no drawing " + name);
        return new Evidence(id, kind, "image/jpeg", name + ".jpg");
    }
}
