package org.yiwang.sensing.gate;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.sensing.store.CredentialStore.Credential;

/** The open connections of this node, one a device. */
@Component
public class Lines {
    private final Map<String, Line> open = new ConcurrentHashMap<>();

    /** A device that comes again is the same device: the older connection ends. */
    void enter(Line line) {
        Line before = open.put(line.serial, line);
        if (before != null) before.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
    }

    void leave(Line line) {
        open.remove(line.serial, line);
    }

    /** Ends what was opened with a secret that counts no more. */
    void check(Collection<Credential> touched) {
        touched.forEach(now -> {
            Line line = open.get(now.name());
            if (line != null && (now.revokedAt() != null || now.serial() != line.credential))
                line.end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        });
    }

    void endAll() {
        open.values().forEach(line -> line.end(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
    }

    public boolean isOpen(String serial) {
        return open.containsKey(serial);
    }

    /** Whether the device is connected here and hears commands. */
    boolean listens(String serial) {
        Line line = open.get(serial);
        return line != null && line.listens();
    }

    public int count() {
        return open.size();
    }

    /** A command to a device; null where it is not connected here or does not listen. The device decides and answers with a message of its own. */
    public @Nullable CompletableFuture<Integer> tell(String serial, byte[] command) {
        Line line = open.get(serial);
        return line == null ? null : line.tell(command);
    }
}
