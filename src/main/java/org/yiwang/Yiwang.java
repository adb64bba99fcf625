package org.yiwang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one program: every command of {@code ./yiwang} that needs the product itself starts here. */
@SpringBootApplication
@Command(
        name = "yiwang",
        description = "Urban operations for a sub-district: one queue, three screens.",
        mixinStandardHelpOptions = true,
        version = "yiwang 0.1.0",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            ScenarioCommand.class,
            UpperPlatformCommand.class,
            SimulateCommand.class
        })
public class Yiwang {
    public static void main(String[] args) {
        int status = new CommandLine(new Yiwang()).execute(args);
        if (status != 0) System.exit(status);
    }
}
