package org.yiwang.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yiwang.platform.audit.Hash;
import org.yiwang.platform.personal.PersonalData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The keys of past requests with their answers; kept for a day. */
@Component
class KeyStore {
    static final Duration KEPT = Duration.ofHours(24);
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final long PRUNE_MILLIS = 3_600_000;

    /** A request as its key knows it. */
    record Request(String owner, String key, Hash fingerprint) {}

    /**
     * What was answered.
     *
     * @param same whether it was the same request: the same address and the same body
     */
    record Kept(boolean same, int status, Map<String, String> headers, String body) {
        static Kept of(ContentCachingResponseWrapper answer) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (String name : HEADERS) {
                String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
                if (value != null) headers.put(name, value);
            }
            return new Kept(true, answer.getStatus(), headers, new String(answer.getContentAsByteArray(), UTF_8));
        }

        void write(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            headers.forEach(response::setHeader);
            response.getOutputStream().write(body.getBytes(UTF_8));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PersonalData personal;
    private final Clock clock;
    private final int tenant;

    KeyStore(
            JdbcClient jdbc,
            JsonMapper json,
            PersonalData personal,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.jdbc = jdbc;
        this.json = json;
        this.personal = personal;
        this.clock = clock;
        this.tenant = tenant;
    }

    /** False while another transaction runs the same request. */
    boolean lock(Request asked) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", asked.owner() + " " + asked.key())
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(Request asked) {
        return jdbc.sql("""
                select request, status, headers::text, answer from platform.idempotency
                where tenant = :tenant and owner = :owner and key = :key and status is not null
                """)
                .param("tenant", tenant)
                .param("owner", asked.owner())
                .param("key", asked.key())
                .query((row, n) -> new Kept(
                        isSame(asked, row.getBytes("request")),
                        row.getInt("status"),
                        json.readValue(row.getString("headers"), TEXTS),
                        requireNonNull(personal.open(row.getString("answer"), place(asked)))))
                .optional();
    }

    /** Bodies and answers hold personal data and private links: of the one only a keyed hash is kept, the other is sealed. */
    private boolean isSame(Request asked, byte[] kept) {
        return personal.indexes(asked.fingerprint().hex()).stream().anyMatch(index -> Arrays.equals(index, kept));
    }

    private static String place(Request asked) {
        return "answer/" + asked.owner() + "/" + asked.key();
    }

    void keep(Request asked, Kept answer) {
        jdbc.sql("""
                insert into platform.idempotency (tenant, key, owner, request, status, headers, answer, at)
                values (:tenant, :key, :owner, :request, :status, :headers::jsonb, :answer, :at)
                on conflict do nothing
                """)
                .param("tenant", tenant)
                .param("key", asked.key())
                .param("owner", asked.owner())
                .param("request", personal.index(asked.fingerprint().hex()))
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("answer", personal.seal(answer.body(), place(asked)))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Scheduled(initialDelay = PRUNE_MILLIS, fixedDelay = PRUNE_MILLIS)
    void prune() {
        jdbc.sql("delete from platform.idempotency where at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
