package org.yiwang;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the product on the office's own data. No demonstration account exists here. */
@Command(
        name = "serve",
        description = "Start the product on the data folder, or on a PostgreSQL of your own (YIWANG_DATABASE_URL).",
        mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {
    @Mixin
    ServerOptions options = new ServerOptions(Path.of("var", "office"));

    @Override
    public Integer call() throws Exception {
        new ServerRun(options).start(Map.of());
        return 0;
    }
}
