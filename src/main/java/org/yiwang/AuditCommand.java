package org.yiwang;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.platform.audit.VerifyChains;
import org.yiwang.platform.postgres.PostgresServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks after the audit trail; may run beside a running server. */
@Command(name = "audit", description = "Check the audit trail.", mixinStandardHelpOptions = true)
class AuditCommand {
    private static final int SOUND = 0;
    private static final int DIFFERS = 1;
    private static final int NOT_RUN = 2;

    @Command(
            name = "verify",
            description = "Recompute every hash chain and every seal; name the places that were changed.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:nothing was changed",
                "1:something was changed; its place is named",
                "2:the check could not run"
            })
    int verify(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "var/office",
                            description = "Data folder (default: ${DEFAULT-VALUE}).")
                    Path data)
            throws Exception {
        PrintStream out = System.out;
        String url = System.getenv(ServerRun.DATABASE_URL);
        if (url == null && !Files.isDirectory(data.resolve("postgres"))) {
            out.printf("%s holds no data. Name the data folder with --data.%n", data);
            return NOT_RUN;
        }
        if (url != null) return verify(data, Map.of("spring.datasource.url", url), out);
        PostgresServer server = PostgresServer.join(data);
        try {
            return verify(data, ServerRun.properties(server), out);
        } finally {
            server.stop();
        }
    }

    private static int verify(Path data, Map<String, Object> database, PrintStream out) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.put("yiwang.data", data.toAbsolutePath().toString());
        properties.put("spring.flyway.enabled", false);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Yiwang.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(properties)
                .run()) {
            return print(context.getBean(VerifyChains.class).verify(), out);
        }
    }

    private static int print(VerifyChains.Report report, PrintStream out) {
        report.differences().forEach(out::println);
        out.printf(
                "%d links in %d chains under %d seals: %s%n",
                report.links(),
                report.chains(),
                report.seals(),
                report.differences().isEmpty()
                        ? "nothing was changed"
                        : report.differences().size() + " places differ");
        return report.differences().isEmpty() ? SOUND : DIFFERS;
    }
}
