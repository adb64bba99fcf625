package org.yiwang.registry.section;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.DefinitionStore;
import org.yiwang.registry.store.DeriveAgain;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.form.Field;

/** The registers of a package: {@code registers/<name>.yaml}. */
@Component
class RegisterSection implements Section {
    private static final String FOLDER = "registers";
    private static final String TEXTS = "texts/";
    private static final String YAML = ".yaml";

    private final ObjectProvider<Registers> registers;
    private final ObjectProvider<DeriveAgain> derive;

    RegisterSection(ObjectProvider<Registers> registers, ObjectProvider<DeriveAgain> derive) {
        this.registers = registers;
        this.derive = derive;
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        files.documents(FOLDER).forEach((name, node) -> {
            Register register = new ReadRegister(files.texts(), faults).read(name, origin(files, 0), node);
            for (Field field : register.form().fields())
                if (field.register() != null && !isKnown(field.register(), files))
                    faults.fault(
                            files.spotOf(path(name), "form"),
                            "registry.no-such-register",
                            field.name(),
                            field.register());
            files.others().stream()
                    .filter(other -> other.documents(FOLDER).containsKey(name))
                    .forEach(other -> faults.fault(
                            files.spotOf(path(name), "name"),
                            "registry.register-taken",
                            name,
                            other.pack().id()));
        });
    }

    private static boolean isKnown(String register, PackageFiles files) {
        return files.documents(FOLDER).containsKey(register)
                || files.others().stream()
                        .anyMatch(other -> other.documents(FOLDER).containsKey(register));
    }

    /** What follows from the entries' data is reckoned anew at once, so that lists and scores fit the new form. */
    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        PackageFiles files = published.files();
        Map<String, String> texts = texts(files);
        files.documents(FOLDER).keySet().forEach(name -> {
            String yaml = new String(files.bytes(path(name)).orElseThrow(), UTF_8);
            DefinitionStore.File file =
                    new DefinitionStore.File(name, published.id(), published.version(), yaml, texts);
            Register register = registers.getObject().publish(tenant, file, published.at());
            derive.getObject().all(tenant, register);
        });
    }

    /** Entries outlive the package that asks for them: as long as there are some, their register stays. */
    @Override
    public void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {
        files.documents(FOLDER).keySet().forEach(name -> {
            int entries = registers.getObject().entries(tenant, name);
            if (entries > 0) faults.fault(files.spotOf(path(name), "name"), "registry.register-in-use", name, entries);
        });
    }

    @Override
    public void withdraw(Tenant tenant, PackageFiles files) {
        files.documents(FOLDER).keySet().forEach(name -> registers.getObject().withdraw(tenant, name));
    }

    private static Map<String, String> texts(PackageFiles files) {
        Map<String, String> texts = new HashMap<>();
        for (String path : files.paths())
            if (path.startsWith(TEXTS) && path.endsWith(YAML))
                texts.put(
                        path.substring(TEXTS.length(), path.length() - YAML.length()),
                        new String(files.bytes(path).orElseThrow(), UTF_8));
        return texts;
    }

    private static Register.Origin origin(PackageFiles files, int version) {
        return new Register.Origin(files.pack().id(), version);
    }

    private static String path(String name) {
        return FOLDER + "/" + name + YAML;
    }
}
