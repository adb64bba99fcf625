package org.yiwang.casework.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;

/** Who may act: a role, a relation to the case, or both. */
record Who(Optional<Role> role, Optional<Relation> relation) {

    /** How somebody stands to a case. */
    enum Relation {
        LEAD,
        ASSISTANT,
        HANDLER,
        VERIFIER,
        PLACE,
        REPORTER,
        CLOCK;

        static Optional<Relation> find(String id) {
            return Arrays.stream(values()).filter(r -> Kebab.of(r).equals(id)).findFirst();
        }
    }

    static Who parse(String text) {
        Optional<Relation> alone = Relation.find(text);
        if (alone.isPresent()) return new Who(Optional.empty(), alone);
        String[] parts = text.split("\\+", 2);
        Optional<Relation> relation = parts.length == 2 ? Relation.find(parts[1]) : Optional.empty();
        if (parts.length == 2 && relation.isEmpty())
            throw new IllegalArgumentException("There is no relation " + parts[1]);
        return new Who(Optional.of(Role.of(parts[0])), relation);
    }

    boolean covers(Actor actor, CaseFile file) {
        return role.map(actor::is).orElse(true)
                && relation.map(r -> holds(r, actor, file)).orElse(true);
    }

    private static boolean holds(Relation relation, Actor actor, CaseFile file) {
        return switch (relation) {
            case LEAD -> actor.unit() != null && actor.unit().equals(file.lead());
            case ASSISTANT -> file.openAssistants().stream().anyMatch(a -> Objects.equals(a.unit(), actor.unit()));
            case HANDLER ->
                file.handler() != null && file.handler().id().toString().equals(actor.id());
            case VERIFIER ->
                file.verifier() != null && file.verifier().id().toString().equals(actor.id());
            case PLACE -> sees(actor.sight(), file.place());
            case REPORTER ->
                actor.kind() == Actor.Kind.REPORTER
                        && file.reports().stream()
                                .anyMatch(r -> r.id().toString().equals(actor.id()));
            case CLOCK -> actor.kind() == Actor.Kind.SYSTEM;
        };
    }

    private static boolean sees(@Nullable Sight sight, Place place) {
        if (sight == null) return false;
        return sight.everything()
                || sight.areas().contains(place.area())
                || sight.committees().contains(place.committee());
    }
}
