package org.yiwang.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.section.ReadRegister;
import org.yiwang.registry.store.DefinitionStore;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.ReadYaml;
import org.yiwang.scenario.Texts;

/** The kinds of register that a sub-district keeps, in memory. */
@Component
public class Registers {
    private record Held(Map<DefinitionStore.File, Register> byFile, Map<String, Register> byName, long readNanos) {}

    /** A publication on another node is seen after this time at the latest. */
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final DefinitionStore store;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    public Registers(DefinitionStore store) {
        this.store = store;
    }

    public Collection<Register> all(Tenant tenant) {
        return of(tenant).values();
    }

    public Optional<Register> find(Tenant tenant, String name) {
        return Optional.ofNullable(of(tenant).get(name));
    }

    public Register require(Tenant tenant, String name) {
        return find(tenant, name).orElseThrow(() -> Refusal.notFound("registry.no-register", name)
                .exception());
    }

    /** Puts a file of a package in force; it has been checked before. */
    public Register publish(Tenant tenant, DefinitionStore.File file, Instant now) {
        Register register = parse(file);
        store.save(tenant, file, now);
        forgetAfterCommit(tenant);
        return register;
    }

    /** How many entries a register has, ended ones too. */
    public int entries(Tenant tenant, String name) {
        return store.entries(tenant, name);
    }

    /** Takes a kind of register away that has no entries. */
    public void withdraw(Tenant tenant, String name) {
        store.delete(tenant, name);
        forgetAfterCommit(tenant);
    }

    private void forgetAfterCommit(Tenant tenant) {
        held.remove(tenant);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                held.remove(tenant);
            }
        });
    }

    private Map<String, Register> of(Tenant tenant) {
        Held known = held.get(tenant);
        if (known != null && System.nanoTime() - known.readNanos() < FRESH_NANOS) return known.byName();
        Map<DefinitionStore.File, Register> before = known == null ? Map.of() : known.byFile();
        Map<DefinitionStore.File, Register> byFile = new LinkedHashMap<>();
        Map<String, Register> byName = new LinkedHashMap<>();
        for (DefinitionStore.File file : store.all(tenant)) {
            Register register = before.getOrDefault(file, null);
            byFile.put(file, register == null ? parse(file) : register);
        }
        byFile.forEach((file, register) -> byName.put(file.name(), register));
        held.put(tenant, new Held(byFile, byName, System.nanoTime()));
        return byName;
    }

    /** @throws IllegalStateException for a file with faults, which no publication lets pass */
    static Register parse(DefinitionStore.File file) {
        Faults faults = new Faults();
        Map<String, Node> texts = new LinkedHashMap<>();
        file.texts()
                .forEach((language, yaml) -> ReadYaml.of("texts/" + language + ".yaml", yaml.getBytes(UTF_8), faults)
                        .ifPresent(node -> texts.put(language, node)));
        Register.Origin origin = new Register.Origin(file.pack(), file.version());
        Optional<Register> register = ReadYaml.of(
                        "registers/" + file.name() + ".yaml", file.yaml().getBytes(UTF_8), faults)
                .map(node -> new ReadRegister(new Texts(texts), faults).read(file.name(), origin, node));
        if (register.isEmpty() || !faults.isSound())
            throw new IllegalStateException("The register " + file.name() + " has faults: " + faults.faults());
        return register.get();
    }
}
