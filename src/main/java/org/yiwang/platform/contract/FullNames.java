package org.yiwang.platform.contract;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Optional;
import java.util.Set;

/**
 * Calls our types by their full names while the document is made, so that two of the same simple name do not become one. Without dots, which would pass for
 * an address.
 */
final class FullNames extends TypeNameResolver {
    private static final String OURS = "org.yiwang.";

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type.getName().startsWith(OURS) ? of(type) : super.nameForClass(type, options);
    }

    static String of(Class<?> type) {
        return type.getName().replace('.', '-');
    }

    /** Empty for schemas that no type of ours stands behind. */
    static Optional<Class<?>> type(String name) {
        String binary = name.replace('-', '.');
        if (!binary.startsWith(OURS)) return Optional.empty();
        try {
            return Optional.of(Class.forName(binary, false, FullNames.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No type stands behind the schema " + name, e);
        }
    }

    /** The name that clients see: the type's own, or its {@link SchemaName}. */
    static String shown(String name) {
        return type(name).map(FullNames::shown).orElse(name);
    }

    private static String shown(Class<?> type) {
        SchemaName given = type.getDeclaredAnnotation(SchemaName.class);
        return given == null ? type.getSimpleName() : given.value();
    }
}
