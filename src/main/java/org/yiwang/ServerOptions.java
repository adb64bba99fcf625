package org.yiwang;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command with a running server shares. */
class ServerOptions {
    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps all data (default: ${DEFAULT-VALUE}).")
    Path data;

    ServerOptions(Path data) {
        this.data = data;
    }
}
