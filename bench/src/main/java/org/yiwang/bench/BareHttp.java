package org.yiwang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** The limit of anything over HTTP here: the bare rows, asked for by the same client. */
final class BareHttp implements Contender {
    private final Server server;

    BareHttp(Database database, Path data) throws Exception {
        Path own = Files.createDirectories(data.resolve("bare"));
        this.server = Server.start(
                own.resolve("server.log"), Map.of("YIWANG_DATABASE_URL", database.url()), BareServer.class.getName());
    }

    @Override
    public String name() {
        return "bare http";
    }

    @Override
    public Life client(int number) throws Exception {
        Wire wire = new Wire(server.port());
        return pulse -> {
            UUID id = UUID.randomUUID();
            for (int seq = 1; seq <= Cell.STEPS_PER_LIFE; seq++) {
                String path = "/step/" + id + "/" + seq;
                pulse.step(() -> wire.post(path, "", "{\"note\":\"%s\"}".formatted(Script.NOTE))
                        .checked(200));
            }
        };
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
