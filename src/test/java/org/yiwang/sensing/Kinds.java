package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.sensing.model.DeviceKind;

/** Kinds of device for tests. */
final class Kinds {
    static final String LAMP = """
            name: 路灯
            register: lamp
            serial: serial
            gateway: [pole]
            heartbeat: {amount: 5, unit: minutes}
            messages:
              state:
                name: 状态
                id: /n
                time: /at
                form: epoch-seconds
                values:
                  on: {title: 亮, type: truth}
                  power: {title: 功率, type: number, at: /power/watt, min: 0, max: 400, unit: 瓦}
                  note: {title: 说明, type: text, max: 20, optional: true}
                  mode: {title: 方式, type: choice, optional: true, choices: {hand: 人工, auto: 自动}}
                  hours: {title: 小时, type: whole, min: 0, optional: true}
            """;
    private static final String PACK =
            "id: lamps\nversion: '1'\nname: 路灯\nowner: chengjian\nunits: [chengjian]\nneeds: []\nsummary: 路灯\n";
    private static final String REGISTER = """
            name: 路灯
            key: [serial]
            label: name
            place: point
            fresh: {amount: 365, unit: days}
            identifying: []
            access: {read: [admin], write: [admin], keepers: [chengjian]}
            form:
              type: object
              required: [serial, name]
              properties:
                serial: {type: string, title: 序列号, maxLength: 40}
                name: {type: string, title: 名称, maxLength: 60}
                pole: {type: string, x-register: lamp, title: 灯杆}
            """;

    private Kinds() {}

    static DeviceKind lamp() {
        return read(LAMP, new Faults());
    }

    static DeviceKind read(String yaml, Faults faults) {
        Map<String, byte[]> files = Map.of(
                "pack.yaml", PACK.getBytes(UTF_8),
                "registers/lamp.yaml", REGISTER.getBytes(UTF_8),
                "devices/lamp.yaml", yaml.getBytes(UTF_8));
        return ReadDeviceKind.all(PackageFiles.of(files, List.of(), faults), 1, faults)
                .get("lamp");
    }

    static Map<String, DeviceKind> bundled(String pack, Faults faults) {
        List<PackageFiles> others = new ArrayList<>();
        for (String other : List.of("standard", "foundation")) others.add(folder(other, List.of(), new Faults()));
        PackageFiles files = folder(pack, others, faults);
        Map<String, DeviceKind> kinds = ReadDeviceKind.all(files, 1, faults);
        ReadDeviceKind.unique(files, kinds, faults);
        return kinds;
    }

    private static PackageFiles folder(String pack, List<PackageFiles> others, Faults faults) {
        Path folder = Path.of("scenarios", pack);
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList())
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackageFiles.of(files, others, faults);
    }
}
