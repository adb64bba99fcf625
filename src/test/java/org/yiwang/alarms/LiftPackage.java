package org.yiwang.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** The package of lifts as it ships, or with a file put in the place of one of its own. */
final class LiftPackage {
    private static final Path SCENARIOS = Path.of("scenarios");
    static final String RULES = "rules/lift-controller.yaml";

    private LiftPackage() {}

    static DeviceRules controllers() {
        return ReadDeviceRules.all(files(Map.of()), 1, new Faults()).stream()
                .filter(one -> one.rules().kind().equals("lift-controller"))
                .findFirst()
                .orElseThrow();
    }

    /** Of controllers, from this file. */
    static KindRules rules(String text) {
        Faults faults = new Faults();
        List<DeviceRules> read = ReadDeviceRules.all(files(Map.of(RULES, text)), 1, faults);
        if (!faults.isSound())
            throw new IllegalArgumentException(faults.faults().toString());
        return read.stream()
                .map(DeviceRules::rules)
                .filter(one -> one.kind().equals("lift-controller"))
                .findFirst()
                .orElseThrow();
    }

    /** The rules of a package as it ships, of all its kinds of device. */
    static List<KindRules> shipped(String name) {
        return ReadDeviceRules.all(files(name, Map.of()), 1, new Faults()).stream()
                .map(DeviceRules::rules)
                .toList();
    }

    /** What is wrong with these rules for controllers, in codes. */
    static List<String> faults(String rules) {
        Faults faults = new Faults();
        ReadDeviceRules.all(files(Map.of(RULES, rules)), 1, faults);
        return faults.faults().stream().map(fault -> fault.code()).toList();
    }

    private static PackageFiles files(Map<String, String> instead) {
        return files("lift", instead);
    }

    private static PackageFiles files(String name, Map<String, String> instead) {
        Map<String, byte[]> files = folder(name);
        instead.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        PackageFiles foundation = PackageFiles.of(folder("foundation"), List.of(), new Faults());
        return PackageFiles.of(files, List.of(foundation), new Faults());
    }

    static Map<String, byte[]> folder(String name) {
        Path root = SCENARIOS.resolve(name);
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.filter(Files::isRegularFile).toList())
                files.put(root.relativize(one).toString(), Files.readAllBytes(one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
