package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over real HTTP that keeps its session and can send what no browser would. */
public final class HttpVisitor {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOUNDARY = "----yiwang7d1f";

    private final String address;
    private final Map<String, String> headers = new TreeMap<>(Map.of("X-Requested-With", "yiwang"));

    HttpVisitor(String address) {
        this.address = address;
    }

    public record Answer(int status, String text, HttpResponse<String> raw) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String get(String field) {
            return json().path(field).asString("");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** The same visitor with one more header. */
    public HttpVisitor with(String name, String value) {
        HttpVisitor other = new HttpVisitor(address);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    /** A file as it comes. */
    public byte[] download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) throw new IllegalStateException(path + ": " + response.statusCode());
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    public Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsBytes(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsBytes(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    /** An answer that goes on; whoever asked closes it. */
    public HttpResponse<InputStream> open(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** The body as it is, whatever it is. */
    public Answer postRaw(String path, byte[] body) {
        return send("POST", path, body);
    }

    public Answer upload(String path, String name, byte[] content) {
        return upload(path, "file", Map.of(name, content));
    }

    /** Several files under one field, each with its path as name. */
    public Answer upload(String path, String field, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            String head =
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.formatted(BOUNDARY, field, name).getBytes(UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(UTF_8));
        });
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).send("POST", path, body.toByteArray());
    }

    Answer send(String method, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("yiwang="))
                    .forEach(cookie -> headers.put("Cookie", cookie.substring(0, cookie.indexOf(';'))));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }
}
