package org.yiwang;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.casework.DryRun;
import org.yiwang.indicators.CheckIndicators;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.scenario.BundledPackages;
import org.yiwang.scenario.CheckPackage;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.OpenPackage;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Helps to write scenario packages; needs no server, and a database, which it starts itself and throws away, only where there is SQL to be tried. */
@Command(name = "scenario", description = "Write and check scenario packages.", mixinStandardHelpOptions = true)
class ScenarioCommand {
    private static final int SOUND = 0;
    private static final int HAS_FAULTS = 1;
    private static final int NOT_RUN = 2;
    private static final String PACK = "pack.yaml";

    @Command(
            name = "check",
            description = "Check a package beside the others: name file, line and remedy of whatever is wrong.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:the package can be published",
                "1:it has faults; each is named with its place",
                "2:the check could not run"
            })
    int check(
            @Parameters(
                            paramLabel = "DIR",
                            description = "Folder of the package; packages in folders beside it are known to it.")
                    Path folder,
            @Option(
                            names = "--language",
                            paramLabel = "LANGUAGE",
                            defaultValue = "en",
                            description = "Language of the faults: en or zh (default: ${DEFAULT-VALUE}).")
                    String language)
            throws IOException {
        PrintStream out = System.out;
        if (!Files.isRegularFile(folder.resolve(PACK))) {
            System.err.printf(
                    "%s is no package: it has no %s. Name the folder that holds it, or write one with ./yiwang scenario new ID.%n",
                    folder, PACK);
            return NOT_RUN;
        }
        Faults faults = new Faults();
        Map<String, byte[]> content = OpenPackage.folder(folder, faults);
        try (ConfigurableApplicationContext context = program()) {
            PackageFiles files = context.getBean(CheckPackage.class)
                    .check(content, others(folder), faults)
                    .files();
            if (faults.isSound() && CheckIndicators.hasSome(files)) tryIndicators(files, faults);
            return print(folder, faults, context.getBean(RefusalTexts.class), Locale.of(language), out);
        }
    }

    @Command(
            name = "dry-run",
            description = "Play the cases of the last days again under a changed package; nothing is written.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:the run is done, whatever it found",
                "1:the package has faults; ./yiwang scenario check names them",
                "2:the run could not be made"
            })
    int dryRun(
            @Parameters(paramLabel = "DIR", description = "Folder of the changed package.") Path folder,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "How far back, at most 90 (default: ${DEFAULT-VALUE}).")
                    int days,
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "var/office",
                            description = "Data folder (default: ${DEFAULT-VALUE}).")
                    Path data,
            @Option(
                            names = "--language",
                            paramLabel = "LANGUAGE",
                            defaultValue = "en",
                            description = "Language of the list: en or zh (default: ${DEFAULT-VALUE}).")
                    String language)
            throws Exception {
        if (!Files.isRegularFile(folder.resolve(PACK))) {
            System.err.printf("%s is no package: it has no %s. Name the folder that holds it.%n", folder, PACK);
            return NOT_RUN;
        }
        if (days < 1 || days > DryRun.DAYS_MAX) {
            System.err.printf("--days goes from 1 to %d.%n", DryRun.DAYS_MAX);
            return NOT_RUN;
        }
        return new TryPackage(folder, days, data, Locale.of(language)).run(System.out);
    }

    @Command(
            name = "new",
            description = "Write a small complete package with comments, to be changed.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "ID", description = "Its id: small letters, digits and \"-\", such as shopfront.")
                    String id,
            @Option(
                            names = "--in",
                            paramLabel = "DIR",
                            defaultValue = "scenarios",
                            description = "Folder in which it is written (default: ${DEFAULT-VALUE}).")
                    Path parent)
            throws IOException {
        if (!PackageTemplate.isId(id)) {
            System.err.printf(
                    "\"%s\" cannot be the id of a package. Begin with a small letter; use small letters, digits and \"-\", 2 to 40.%n",
                    id);
            return NOT_RUN;
        }
        Path folder = parent.resolve(id);
        if (Files.exists(folder)) {
            System.err.printf("%s is there already. Choose another id, or another folder with --in.%n", folder);
            return NOT_RUN;
        }
        for (Map.Entry<String, String> file : PackageTemplate.of(id).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            System.out.println(path);
        }
        System.out.printf("Change what they say, then: ./yiwang scenario check %s%n", folder);
        return SOUND;
    }

    private static void tryIndicators(PackageFiles files, Faults faults) throws IOException {
        System.err.println("Trying the indicators on an empty database …");
        try (PassingDatabase database = PassingDatabase.start()) {
            CheckIndicators.check(database.migrated(), files, faults);
        }
    }

    /** The program without its server; the database address is never used, because a check asks no database. */
    private static ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(Yiwang.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.datasource.url",
                        "jdbc:postgresql://localhost:1/none",
                        "spring.flyway.enabled",
                        false,
                        "yiwang.database",
                        false,
                        "yiwang.data",
                        "target"))
                .run();
    }

    /** The packages in the folders beside it, and those of the program that are not among them. */
    private static List<PackageFiles> others(Path folder) throws IOException {
        Map<String, PackageFiles> others = new LinkedHashMap<>();
        BundledPackages.read().values().forEach(content -> keep(others, content));
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) return List.copyOf(others.values());
        try (Stream<Path> beside = Files.list(parent)) {
            for (Path other : beside.filter(path -> Files.isRegularFile(path.resolve(PACK)))
                    .sorted()
                    .toList()) keep(others, OpenPackage.folder(other, new Faults()));
        }
        return new ArrayList<>(others.values());
    }

    private static void keep(Map<String, PackageFiles> others, Map<String, byte[]> content) {
        PackageFiles files = PackageFiles.of(content, List.of(), new Faults());
        others.put(files.pack().id(), files);
    }

    private static int print(Path folder, Faults faults, RefusalTexts texts, Locale locale, PrintStream out) {
        for (Fault fault : faults.all()) {
            RefusalTexts.Words words = texts.words(fault.refusal(), locale);
            String severity = fault.severity() == Fault.Severity.WARNING ? "warning: " : "";
            out.printf(
                    "%s/%s %s%s %s%n", folder.getFileName(), fault.spot(), severity, words.sentence(), words.remedy());
        }
        out.printf(
                "%s: %d faults, %d warnings%n",
                folder.getFileName(), faults.faults().size(), faults.warnings().size());
        return faults.isSound() ? SOUND : HAS_FAULTS;
    }
}
