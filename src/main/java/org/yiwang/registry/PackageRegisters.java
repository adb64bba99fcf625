package org.yiwang.registry;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.section.ReadRegister;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.form.Form;

/** The registers that a package brings or finds in others, for the sections of other modules. Needs no database. */
public final class PackageRegisters {
    private static final String FOLDER = "registers";

    private PackageRegisters() {}

    public static Set<String> names(PackageFiles files) {
        Set<String> names = new TreeSet<>(files.documents(FOLDER).keySet());
        files.others().forEach(other -> names.addAll(other.documents(FOLDER).keySet()));
        return names;
    }

    /** What the register asks; empty where nobody defines it. */
    public static Optional<Form> form(PackageFiles files, String register) {
        return Stream.concat(Stream.of(files), files.others().stream())
                .flatMap(
                        one -> Optional.ofNullable(one.documents(FOLDER).get(register))
                                .map(node -> form(one, register, node))
                                .stream())
                .findFirst();
    }

    private static Form form(PackageFiles files, String register, Node node) {
        Register.Origin origin = new Register.Origin(files.pack().id(), 0);
        return new ReadRegister(files.texts(), new Faults())
                .read(register, origin, node)
                .form();
    }
}
