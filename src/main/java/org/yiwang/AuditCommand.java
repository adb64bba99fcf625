package org.yiwang;

import java.io.PrintStream;
import java.nio.file.Path;
import org.yiwang.platform.audit.VerifyChains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks after the audit trail; may run beside a running server. */
@Command(name = "audit", description = "Check the audit trail.", mixinStandardHelpOptions = true)
class AuditCommand {
    private static final int SOUND = 0;
    private static final int DIFFERS = 1;

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
        return BesideServer.run(
                data, out, program -> print(program.getBean(VerifyChains.class).verify(), out));
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
