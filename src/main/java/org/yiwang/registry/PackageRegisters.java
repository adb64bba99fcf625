package org.yiwang.registry;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Node own = files.documents(FOLDER).get(register);
        if (own != null) return Optional.of(form(files, register, own));
        return files.others().stream()
                .filter(other -> other.documents(FOLDER).containsKey(register))
                .findFirst()
                .map(other -> form(other, register, other.documents(FOLDER).get(register)));
    }

    private static Form form(PackageFiles files, String register, Node node) {
        Register.Origin origin = new Register.Origin(files.pack().id(), 0);
        return new ReadRegister(files.texts(), new Faults())
                .read(register, origin, node)
                .form();
    }
}
