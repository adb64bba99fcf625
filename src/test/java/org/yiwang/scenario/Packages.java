package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.platform.Tenant;

/** Packages for tests. */
final class Packages {
    static final String PACK = """
            id: shopfront
            version: "1.0"
            name: 跨门营业
            system: S1
            owner: chengguan
            units: [chengguan, market]
            needs: []
            summary: 沿街商铺超出门窗经营的发现、劝导和查处
            """;
    static final String TEXTS = "pack: {name: Shop fronts, summary: Shops that spread onto the pavement}\n";

    private Packages() {}

    /** A section that knows its folder and nothing else. */
    record Plain(String folder, List<String> published) implements Section {
        @Override
        public void check(PackageFiles files, Faults faults) {
            files.documents(folder).forEach((name, node) -> {
                String unit = new MappingReader(node, faults, "lead").text("lead", 40);
                files.pack().checkUnit(unit, node.spot(), faults);
            });
        }

        @Override
        public void publish(Tenant tenant, PublishedPackage now) {
            published.add(now.id() + "/" + now.version());
        }
    }

    static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2)
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(UTF_8));
        return files;
    }

    static PackageFiles other(String id, String needs) {
        String pack = "id: " + id + "\nversion: '1'\nname: 名\nowner: a\nunits: [a]\nneeds: " + needs + "\nsummary: 略\n";
        return PackageFiles.of(files(Pack.FILE, pack), List.of(), new Faults());
    }
}
