package org.yiwang.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;

/** A request whose body was read ahead. */
final class RereadRequest extends HttpServletRequestWrapper {
    static final int BODY_BYTES_MAX = 4 << 20;

    private final byte[] body;

    private RereadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Null when the body is larger than {@value #BODY_BYTES_MAX} bytes. */
    static @Nullable RereadRequest of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        return body.length > BODY_BYTES_MAX ? null : new RereadRequest(request, body);
    }

    /** Hash over what is asked and of whom. */
    Hash fingerprint() {
        String line =
                getMethod() + " " + getRequestURI() + "?" + Objects.requireNonNullElse(getQueryString(), "") + "\n";
        return Hash.of(Sm3.hash(line.getBytes(UTF_8), body));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream in;

        Body(byte[] body) {
            in = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return in.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is at hand; nothing needs to be waited for");
        }
    }
}
