package org.yiwang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.yiwang.platform.audit.Hash;

/**
 * A POST that is sent again with the same Idempotency-Key has one effect and the same answer (draft-ietf-httpapi-idempotency-key-header). Key, effect and
 * answer are committed together: the request runs in one transaction, which the use cases join. What was refused changed nothing and may be tried again with
 * the same key.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
public class RepeatedRequests extends OncePerRequestFilter {
    /** Request attribute: who asks. Keys of different people never meet; residents, whom nobody knows, share one name. */
    public static final String OWNER = "yiwang.owner";

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{8,100}");
    private static final String RESIDENTS = "public";
    private static final String PUBLIC = "/api/v1/public/";
    // A step keeps the key with its own event; looking somebody up has no effect, and is on record each time; what
    // carries a password must leave no
    // trace here.
    private static final Pattern OWN_WAY =
            Pattern.compile("/api/v1/(cases/bulk|cases/[^/]+/actions/.*|cases/[^/]+/reporters/.*|cases/same-caller"
                    + "|registers/[^/]+/entries/[^/]+/reveal"
                    + "|session.*|public/setup.*|.*/password)");

    private final KeyStore keys;
    private final PlatformTransactionManager transactions;
    private final ProblemWriter problems;
    private final Set<String> uploading = ConcurrentHashMap.newKeySet();

    RepeatedRequests(KeyStore keys, PlatformTransactionManager transactions, ProblemWriter problems) {
        this.keys = keys;
        this.transactions = transactions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(KEY) == null
                || !path.startsWith("/api/v1/")
                || (request.getAttribute(OWNER) == null && !path.startsWith(PUBLIC));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!KEY_FORM.matcher(key).matches()) {
            refuse(request, response, new Refusal(Refusal.Kind.MALFORMED, "request.bad-key", KEY, List.of()));
        } else if (OWN_WAY.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
        } else if (Upload.isOne(request)) {
            upload(request, response, chain);
        } else {
            RereadRequest body = RereadRequest.of(request);
            if (body == null)
                refuse(request, response, Refusal.refuse(Refusal.Kind.TOO_LARGE, "request.body-too-large"));
            else run(asked(request, body.fingerprint()), body, response, chain);
        }
    }

    private static KeyStore.Request asked(HttpServletRequest request, Hash fingerprint) {
        Object owner = request.getAttribute(OWNER);
        return new KeyStore.Request(owner == null ? RESIDENTS : owner.toString(), request.getHeader(KEY), fingerprint);
    }

    /** An upload is long, and harmless until something refers to it: no transaction and no connection waits for it. */
    private void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Hash> fingerprint = Upload.fingerprint(request);
        if (fingerprint.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        KeyStore.Request asked = asked(request, fingerprint.get());
        String name = asked.owner() + " " + asked.key();
        if (!uploading.add(name)) {
            refuse(request, response, Refusal.conflict("request.in-progress"));
            return;
        }
        try {
            Optional<KeyStore.Kept> before = keys.find(asked);
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            Refusal refusal = null;
            if (before.isPresent()) refusal = again(before.get(), answer);
            else chain.doFilter(request, answer);
            if (refusal != null) refuse(request, response, refusal);
            else keep(asked, before.isEmpty(), answer);
        } finally {
            uploading.remove(name);
        }
    }

    private void keep(KeyStore.Request asked, boolean isFirst, ContentCachingResponseWrapper answer)
            throws IOException {
        boolean done = HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful();
        if (isFirst && done) keys.keep(asked, KeyStore.Kept.of(answer));
        answer.copyBodyToResponse();
    }

    private void run(KeyStore.Request asked, RereadRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        Refusal refusal;
        try {
            refusal = answer(asked, request, answer, chain);
            if (answer.getStatus() >= 400) transaction.setRollbackOnly();
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
        if (before.isPresent()) return again(before.get(), answer);
        chain.doFilter(request, answer);
        if (HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful()) keys.keep(asked, KeyStore.Kept.of(answer));
        return null;
    }

    private static @Nullable Refusal again(KeyStore.Kept kept, HttpServletResponse answer) throws IOException {
        if (!kept.same()) return Refusal.invalid(KEY, "request.key-reused");
        kept.write(answer);
        answer.setHeader(REPLAYED, "true");
        return null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        problems.write(response, refusal, request.getLocale());
    }
}
