package org.yiwang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yiwang.platform.Refusal;

/**
 * A POST that is sent again with the same Idempotency-Key has one effect and the same answer (draft-ietf-httpapi-idempotency-key-header). Key, effect and
 * answer are committed together: the request runs in one transaction, which the use cases join. What was refused changed nothing and may be tried again with
 * the same key.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
public class RepeatedRequests extends OncePerRequestFilter {
    /** Request attribute: who asks. Keys of different people never meet; without a person this filter does nothing. */
    public static final String OWNER = "yiwang.owner";

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{8,100}");
    // Cases and reports keep the key with their own event; what carries a password must leave no trace here.
    private static final Set<String> OWN_WAY =
            Set.of("/api/v1/cases", "/api/v1/public/reports", "/api/v1/session", "/api/v1/staff");

    private final KeyStore keys;
    private final PlatformTransactionManager transactions;
    private final ProblemWriter problems;

    RepeatedRequests(KeyStore keys, PlatformTransactionManager transactions, ProblemWriter problems) {
        this.keys = keys;
        this.transactions = transactions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String type = request.getContentType();
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || request.getAttribute(OWNER) == null
                || !path.startsWith("/api/v1/")
                || path.endsWith("/password")
                || OWN_WAY.stream().anyMatch(path::startsWith)
                || (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!KEY_FORM.matcher(key).matches()) {
            refuse(request, response, Refusal.refuse(Refusal.Kind.MALFORMED, "request.bad-key"));
            return;
        }
        RereadRequest body = RereadRequest.of(request);
        if (body == null) {
            refuse(request, response, Refusal.refuse(Refusal.Kind.TOO_LARGE, "request.body-too-large"));
            return;
        }
        KeyStore.Request asked =
                new KeyStore.Request(request.getAttribute(OWNER).toString(), key, body.fingerprint());
        run(asked, body, response, chain);
    }

    private void run(KeyStore.Request asked, RereadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        Refusal refusal;
        try {
            refusal = answer(asked, request, answer, chain);
            if (answer.getStatus() >= 500) transaction.setRollbackOnly();
        } catch (ServletException | IOException | RuntimeException | Error e) {
            transactions.rollback(transaction);
            throw e;
        }
        if (transaction.isRollbackOnly()) transactions.rollback(transaction);
        else transactions.commit(transaction);
        if (refusal == null) answer.copyBodyToResponse();
        else refuse(request, response, refusal);
    }

    /** Fills the answer, from memory or by running the request; a refusal when the key forbids it. */
    private @Nullable Refusal answer(
            KeyStore.Request asked, RereadRequest request, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        if (!keys.lock(asked)) return Refusal.conflict("request.in-progress");
        Optional<KeyStore.Kept> before = keys.find(asked);
        if (before.isPresent()) return again(asked, before.get(), answer);
        chain.doFilter(request, answer);
        if (HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful()) keys.keep(asked, KeyStore.Kept.of(asked, answer));
        return null;
    }

    private static @Nullable Refusal again(KeyStore.Request asked, KeyStore.Kept kept, HttpServletResponse answer)
            throws IOException {
        if (!kept.fingerprint().equals(asked.fingerprint())) return Refusal.invalid(KEY, "request.key-reused");
        kept.write(answer);
        answer.setHeader(REPLAYED, "true");
        return null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        problems.write(response, refusal, request.getLocale());
    }
}
