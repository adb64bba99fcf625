package org.yiwang.organisation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;

class LiveSessionTest extends OrganisationWebTest {
    private static final int SILENCE_MAX_MILLIS = 12_000;

    @Test
    @Timeout(30)
    void an_open_live_stream_ends_when_its_session_does() throws Exception {
        Staff wang = town.person("wang", "c01", Role.INSPECTOR);
        Visitor browser = signedIn(wang);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(SILENCE_MAX_MILLIS);
            String request =
                    "GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: yiwang=%s\r\n\r\n"
                            .formatted(browser.cookies.get("yiwang"));
            socket.getOutputStream().write(request.getBytes(UTF_8));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(answer.readLine()).contains("200");
            while (!answer.readLine().startsWith("event: hello")) {}
            browser.delete("/api/v1/session");
            clock.pass(Duration.ofSeconds(5));
            assertThat(answer.lines().reduce((first, last) -> last)).isPresent();
        }
    }
}
