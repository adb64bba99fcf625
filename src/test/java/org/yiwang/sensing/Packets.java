package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Packets of MQTT 3.1.1 by hand, for what no client would send. */
final class Packets {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH = 0x30;
    private static final int NAME_AND_PASSWORD = 0xC2;

    private Packets() {}

    static byte[] connect(String name, String secret) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(4);
        body.write(NAME_AND_PASSWORD);
        body.write(0);
        body.write(20);
        text(body, name);
        text(body, name);
        text(body, secret);
        return packet(CONNECT, body.toByteArray(), body.size());
    }

    static byte[] publish(String topic, int qos, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        body.write(0);
        body.write(1);
        body.writeBytes(payload.getBytes(UTF_8));
        return packet(PUBLISH | qos << 1, body.toByteArray(), body.size());
    }

    /** The beginning of a packet that says how long it will be. */
    static byte[] publishHead(String topic, int payloadBytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        body.write(0);
        body.write(1);
        return packet(PUBLISH | 2, body.toByteArray(), body.size() + payloadBytes);
    }

    private static byte[] packet(int type, byte[] body, int length) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int left = length;
        do {
            int digit = left % 128;
            left /= 128;
            packet.write(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
