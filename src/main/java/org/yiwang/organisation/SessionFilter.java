package org.yiwang.organisation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.ProblemWriter;
import org.yiwang.platform.web.RepeatedRequests;

/** Finds the person behind a request's cookie and keeps strangers and foreign pages out of the interface. */
class SessionFilter extends OncePerRequestFilter {
    static final String COOKIE = "yiwang";
    static final String STAFF = "yiwang.staff";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN =
            Set.of("/api/v1/public/", "/api/v1/session", "/api/v1/progress", "/api/openapi.json");

    private final Sessions sessions;
    private final ProblemWriter problems;

    SessionFilter(Sessions sessions, ProblemWriter problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    static Optional<String> token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie).map(Cookie::getValue);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (!path.startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Staff> staff = token(request).flatMap(sessions::find);
        staff.ifPresent(person -> {
            request.setAttribute(STAFF, person);
            request.setAttribute(RepeatedRequests.OWNER, person.id().toString());
        });
        boolean open = OPEN.stream().anyMatch(path::startsWith);
        if (staff.isEmpty() && !open) {
            refuse(request, response, Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.none"));
        } else if (foreign(request) && !path.startsWith("/api/v1/public/")) {
            refuse(request, response, Refusal.forbidden("session.foreign-page"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A page of another site cannot set our header without our consent (CORS), so its absence gives it away. */
    private static boolean foreign(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !"yiwang".equals(request.getHeader("X-Requested-With"));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        problems.write(response, refusal, language(request));
    }

    private static Locale language(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        boolean english = header != null
                && Arrays.stream(header.split(",", 2)).findFirst().orElse("").startsWith("en");
        return english ? Locale.ENGLISH : Locale.CHINA;
    }
}
