package org.yiwang;

import java.io.IOException;
import java.nio.file.Path;
import org.yiwang.platform.personal.KeyFile;
import org.yiwang.platform.personal.KeyTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks after the keys of personal data; touches the key file only, never the database. */
@Command(name = "keys", description = "Look after the keys of personal data.", mixinStandardHelpOptions = true)
class KeysCommand {
    private static final int NOT_DONE = 2;

    @Command(
            name = "rotate",
            description =
                    "Add a new key. From the next start on it seals, and what older keys have sealed is sealed anew.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "var/office",
                            description = "Data folder (default: ${DEFAULT-VALUE}); YIWANG_KEY_FILE goes before it.")
                    Path data)
            throws IOException {
        String named = System.getenv("YIWANG_KEY_FILE");
        KeyFile file = new KeyFile(named == null ? data.resolve(KeyFile.NAME) : Path.of(named));
        if (!file.exists()) {
            System.err.printf(
                    "%s holds no key yet; the first start makes one. Name the data folder with --data.%n", file.path());
            return NOT_DONE;
        }
        try {
            System.out.printf(
                    "%s is the key in use from the next start on. Copy %s to where its copies are kept, and to the other nodes, before that.%n",
                    file.addKey(), file.path());
            return 0;
        } catch (KeyTrouble e) {
            System.err.printf("%s%n%s%n", e.getMessage(), e.remedy());
            return NOT_DONE;
        }
    }
}
