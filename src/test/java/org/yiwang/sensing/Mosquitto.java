package org.yiwang.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real broker on a port of this machine. */
final class Mosquitto implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    final int port;
    private final Process process;

    private Mosquitto(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Mosquitto start() throws IOException, InterruptedException {
        assertThat(PROGRAM)
                .as("Mosquitto is not installed. As root: apt-get install mosquitto, or ./yiwang test, which does it")
                .exists();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path settings = Files.createTempFile(Files.createDirectories(Path.of("target")), "mosquitto", ".conf");
        Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\n");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "mosquitto.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Mosquitto broker = new Mosquitto(port, process);
        SensingWorld.await(broker::answers);
        return broker;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
