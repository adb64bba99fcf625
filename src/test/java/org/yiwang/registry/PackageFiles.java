package org.yiwang.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.DefinitionStore;

/** The registers of the packages that come with the product. */
public final class PackageFiles {
    private PackageFiles() {}

    public static Register building() {
        return Registers.parse(file("foundation", "building"));
    }

    public static Register shop() {
        return Registers.parse(file("shopfront", "shop"));
    }

    /** Puts them in force, where no package has. */
    public static void publish(Registers registers) {
        registers.publish(RegistryWorld.TENANT, file("foundation", "building"), RegistryWorld.NOW);
        registers.publish(RegistryWorld.TENANT, file("shopfront", "shop"), RegistryWorld.NOW);
    }

    static DefinitionStore.File file(String pack, String register) {
        Path folder = Path.of("scenarios", pack);
        try {
            return new DefinitionStore.File(
                    register,
                    pack,
                    1,
                    Files.readString(folder.resolve("registers").resolve(register + ".yaml")),
                    Map.of("en", Files.readString(folder.resolve("texts/en.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
