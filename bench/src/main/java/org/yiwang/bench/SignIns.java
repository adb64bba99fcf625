package org.yiwang.bench;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Each person signs in once, like on any working day. */
final class SignIns {
    private static final String OWN_PAGE = "X-Requested-With: yiwang\r\n";

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    String cookie(Wire wire, String login, String password) throws Exception {
        String known = cookies.get(login);
        if (known != null) return known;
        String body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
        String cookie = wire.post("/api/v1/session", OWN_PAGE, body)
                .checked(200)
                .headers()
                .get("set-cookie")
                .split(";", 2)[0];
        cookies.put(login, cookie);
        return cookie;
    }

    /** What the screens send with every change. */
    static String headers(String cookie) {
        return OWN_PAGE + "Cookie: " + cookie + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
    }
}
