package org.yiwang.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A client's one connection, kept alive: as little as HTTP/1.1 needs, so that the client takes little of the processor that both sides share. */
final class Wire implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 14;

    /** What came back; header names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {
        Answer checked(int expected) {
            if (status != expected)
                throw new IllegalStateException("HTTP %d instead of %d: %s".formatted(status, expected, body));
            return this;
        }
    }

    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    Answer get(String path, String headers) throws IOException {
        String head = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(path, headers);
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        return answer();
    }

    /** @param headers further header lines, each with its line end */
    Answer post(String path, String headers, String body) throws IOException {
        byte[] content = body.getBytes(UTF_8);
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(path, content.length, headers);
        byte[] first = head.getBytes(ISO_8859_1);
        byte[] whole = new byte[first.length + content.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(content, 0, whole, first.length, content.length);
        socket.getOutputStream().write(whole);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        Answer answer = new Answer(status, headers, new String(body(headers), UTF_8));
        // A server ends a connection now and then; the next request finds a new one.
        if ("close".equals(headers.get("connection"))) {
            socket.close();
            connect();
        }
        return answer;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) return in.readNBytes(Integer.parseInt(length));
        return "chunked".equals(headers.get("transfer-encoding")) ? chunks() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("The server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
