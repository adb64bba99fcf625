package org.yiwang.organisation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiwang.platform.Refusal;

/**
 * Refuses changes that another site's page asks for (CSRF). Such a page cannot set our header without our consent, and a browser says by Sec-Fetch-Site
 * whose page asks (W3C Fetch Metadata, 2.3).
 */
class ForeignPageFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final RequestMatcher forAnybody;
    private final Refusals refusals;

    /** @param forAnybody requests that carry no right of a signed-in person and may come from anywhere */
    ForeignPageFilter(RequestMatcher forAnybody, Refusals refusals) {
        this.forAnybody = forAnybody;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || forAnybody.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request)) chain.doFilter(request, response);
        else refusals.write(request, response, Refusal.forbidden("session.foreign-page"));
    }

    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "yiwang".equals(request.getHeader("X-Requested-With")) && (site == null || OWN_SITE.contains(site));
    }
}
