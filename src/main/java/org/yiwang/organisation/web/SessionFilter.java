package org.yiwang.organisation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiwang.organisation.usecase.Sessions;

/** Finds the person behind a request's cookie. */
class SessionFilter extends OncePerRequestFilter {
    private final RequestMatcher answersPeople;
    private final Sessions sessions;
    private final SecurityContextRepository contexts;

    /** @param answersPeople requests whose answer depends on who asks; for the rest nobody is looked up */
    SessionFilter(RequestMatcher answersPeople, Sessions sessions, SecurityContextRepository contexts) {
        this.answersPeople = answersPeople;
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !answersPeople.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookies.find(request, Cookies.SESSION)
                .flatMap(token -> sessions.find(token).map(staff -> new SignedIn(staff, token)))
                .ifPresent(person -> {
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(person);
                    SecurityContextHolder.setContext(context);
                    // An answer that goes on in another thread finds the person again there.
                    contexts.saveContext(context, request, response);
                });
        chain.doFilter(request, response);
    }
}
