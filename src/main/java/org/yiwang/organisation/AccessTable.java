package org.yiwang.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The one table of rights, {@code organisation/access.yaml}. */
record AccessTable(Map<Role, Post> roles, Map<String, Right> permissions, List<String> parties) {

    /** A role with its names and how far it sees. */
    record Post(String zh, String en, Reach sees) {}

    /** A permission with its names and who holds it. */
    record Right(String zh, String en, Set<Role> roles) {}

    /** How far a role sees beyond the desk of the own unit. */
    enum Reach {
        EVERYTHING,
        AREAS,
        COMMITTEES,
        DESK;

        @JsonCreator
        static Reach of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    Post post(Role role) {
        return Objects.requireNonNull(roles.get(role), () -> "access.yaml lacks the role " + role.id());
    }

    Right right(String permission) {
        return Objects.requireNonNull(
                permissions.get(permission), () -> "access.yaml knows no permission " + permission);
    }

    static AccessTable load() {
        try (InputStream in =
                Objects.requireNonNull(AccessTable.class.getResourceAsStream("/organisation/access.yaml"))) {
            return new YAMLMapper().readValue(in, AccessTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
