package org.yiwang.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.scenario.Packages.PACK;
import static org.yiwang.scenario.Packages.TEXTS;
import static org.yiwang.scenario.Packages.files;
import static org.yiwang.scenario.Packages.other;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.platform.RefusalTexts;

class CheckPackageTest {
    private final CheckPackage check = new CheckPackage(List.of(new Packages.Plain("cases", new ArrayList<>())));

    @Test
    void a_whole_package_has_neither_faults_nor_warnings() {
        assertThat(faults(files(
                        Pack.FILE, PACK, "texts/en.yaml", TEXTS, "cases/a.yaml", "lead: market", "README.md", "#")))
                .isEmpty();
    }

    @Test
    void a_fault_names_file_line_and_remedy() throws IOException {
        Faults faults =
                check(files(Pack.FILE, PACK, "texts/en.yaml", TEXTS, "cases/x.yaml", "# case\n\nlead: street-crew"));
        Fault fault = faults.all().getFirst();
        RefusalTexts.Words words = new RefusalTexts().words(fault.refusal(), Locale.ENGLISH);
        assertThat(fault.spot() + " " + words.sentence() + " " + words.remedy())
                .isEqualTo(
                        "cases/x.yaml:3 unit \"street-crew\" is not declared. Known: chengguan, market. Declare it in pack.yaml.");
    }

    @Test
    void the_envelope_is_checked_as_a_whole() {
        String pack = """
                id: Shopfront
                version: 1 0
                name: 跨门营业
                system: S26
                owner: nobody
                units: [chengguan, Market]
                needs: [nothing]
                """;
        assertThat(faults(files(Pack.FILE, pack, "rules/camera.yaml", "a: 1", "cases/deep/a.yaml", "lead: market")))
                .containsExactly(
                        "cases/deep/a.yaml:1 scenario.unknown-file",
                        "pack.yaml:1 scenario.package-id",
                        "pack.yaml:1 scenario.key-missing",
                        "pack.yaml:2 scenario.version-text",
                        "pack.yaml:4 scenario.system-id",
                        "pack.yaml:5 scenario.unit-not-declared",
                        "pack.yaml:6 scenario.unit-id",
                        "pack.yaml:7 scenario.need-unknown",
                        "rules/camera.yaml:1 scenario.unknown-file",
                        "pack.yaml:1 scenario.no-texts");
        assertThat(faults(files("README.md", "#"))).containsExactly("pack.yaml:1 scenario.no-pack");
    }

    @Test
    void words_that_other_languages_lack_are_warnings_and_keep_nothing_from_being_published() {
        Faults faults = check(files(Pack.FILE, PACK, "texts/en.yaml", "pack: {name: Shop fronts}"));
        assertThat(faults.isSound()).isTrue();
        assertThat(faults.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("scenario.text-missing");
            assertThat(warning.refusal().arguments().getLast()).isEqualTo("pack.summary");
        });
    }

    @Test
    void packages_that_need_each_other_in_a_ring_are_named() {
        Faults faults = new Faults();
        check.check(
                files(Pack.FILE, PACK.replace("needs: []", "needs: [bus]"), "texts/en.yaml", TEXTS),
                List.of(other("bus", "[car]"), other("car", "[shopfront]")),
                faults);
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("scenario.need-cycle");
            assertThat(fault.refusal().arguments()).containsExactly("shopfront → bus → car → shopfront");
        });
    }

    @Test
    void no_path_leads_out_of_a_package_and_nothing_is_unpacked_beyond_its_bounds() throws IOException {
        Faults faults = new Faults();
        Map<String, byte[]> opened = OpenPackage.zip(
                zip(Map.of(
                        "../../etc/passwd",
                        1,
                        "/root.yaml",
                        1,
                        "a\\b.yaml",
                        1,
                        ".hidden",
                        1,
                        "pack.yaml",
                        1,
                        "examples/large.txt",
                        (256 << 10) + 1,
                        "__MACOSX/pack.yaml",
                        1)),
                faults);
        assertThat(opened).containsOnlyKeys("pack.yaml");
        assertThat(faults.all())
                .extracting(fault -> fault.spot().file() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "../../etc/passwd scenario.path",
                        "/root.yaml scenario.path",
                        "a\\b.yaml scenario.path",
                        ".hidden scenario.path",
                        "examples/large.txt scenario.file-too-large");
    }

    @Test
    void what_grows_beyond_all_bounds_when_unpacked_is_left_off() throws IOException {
        Map<String, Integer> many = new HashMap<>();
        for (int i = 0; i < 300; i++) many.put("examples/" + i + ".txt", 10);
        assertThat(codes(many)).containsExactly("scenario.too-many-files");
        Map<String, Integer> large = new HashMap<>();
        for (int i = 0; i < 40; i++) large.put("examples/" + i + ".txt", 200 << 10);
        assertThat(codes(large)).containsExactly("scenario.package-too-large");
        Faults faults = new Faults();
        OpenPackage.zip(new byte[] {1, 2, 3}, faults);
        assertThat(faults.all()).extracting(Fault::code).containsExactly("scenario.not-zip");
    }

    @Test
    void the_folder_that_an_archive_holds_is_not_part_of_the_package() throws IOException {
        assertThat(OpenPackage.zip(zip(Map.of("shopfront/pack.yaml", 3, "shopfront/cases/a.yaml", 3)), new Faults()))
                .containsOnlyKeys("pack.yaml", "cases/a.yaml");
    }

    @Test
    void the_digest_is_that_of_the_content_however_it_came(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("cases"));
        Files.writeString(folder.resolve(Pack.FILE), PACK);
        Files.writeString(folder.resolve("cases/a.yaml"), "lead: market");
        Map<String, byte[]> fromFolder = OpenPackage.folder(folder, new Faults());
        Map<String, byte[]> fromArchive = OpenPackage.zip(Archive.pack(fromFolder), new Faults());
        assertThat(PackageLibrary.read(fromArchive, List.of()).digest())
                .isEqualTo(PackageLibrary.read(fromFolder, List.of()).digest());
    }

    private static List<String> codes(Map<String, Integer> files) throws IOException {
        Faults faults = new Faults();
        OpenPackage.zip(zip(files), faults);
        return faults.all().stream().map(Fault::code).toList();
    }

    private Faults check(Map<String, byte[]> files) {
        Faults faults = new Faults();
        check.check(files, List.of(), faults);
        return faults;
    }

    private List<String> faults(Map<String, byte[]> files) {
        return check(files).all().stream()
                .map(fault -> fault.spot() + " " + fault.code())
                .toList();
    }

    private static byte[] zip(Map<String, Integer> sizes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Integer> file : sizes.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(new byte[file.getValue()]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
