package org.yiwang;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description =
                    "How the product is reached from outside, such as https://yiwang.example.cn: stands on papers and in links (also YIWANG_PUBLIC_ADDRESS).")
    @Nullable
    String publicAddress;

    ServerOptions(Path data) {
        this.data = data;
    }
}
