package org.yiwang.organisation.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The two cookies: one of the session, one by which a browser is known. No script and no other site can read or send them. */
final class Cookies {
    static final String SESSION = "yiwang";
    static final String DEVICE = "yiwang-device";
    private static final String DEVICE_PATH = "/api/v1/session";

    private Cookies() {}

    static Optional<String> find(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    static String session(String token, Duration life, HttpServletRequest request) {
        return cookie(SESSION, token, "/", life, request);
    }

    static String device(String token, Duration life, HttpServletRequest request) {
        return cookie(DEVICE, token, DEVICE_PATH, life, request);
    }

    private static String cookie(String name, String value, String path, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(path)
                .maxAge(life)
                .build()
                .toString();
    }
}
