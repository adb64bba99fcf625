package org.yiwang.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Secrets;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.platform.contract.SchemaName;

/** Keys of other systems: given out once, known by their hash, revoked for good. */
@Service
public class ApiKeys {
    private static final String STREAM = "api-keys";
    private static final int HOLDER_CHARACTERS_MAX = 80;

    /** @param holder who uses it, in words */
    public record ApiKey(
            UUID id,
            String holder,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** A new key; {@code secret} is never shown again. */
    @SchemaName("FreshApiKey")
    public record Fresh(ApiKey key, String secret) {}

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(JdbcClient db, AuditTrail audit, Secrets secrets, Ids ids, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Fresh give(Tenant tenant, @Nullable String holder, String by) {
        if (holder == null || holder.isBlank())
            throw Refusal.invalid("holder", "case.field-missing", "holder").exception();
        if (holder.length() > HOLDER_CHARACTERS_MAX)
            throw Refusal.invalid("holder", "case.note-too-long", HOLDER_CHARACTERS_MAX)
                    .exception();
        ApiKey key = new ApiKey(ids.next(), holder.strip(), clock.instant(), null);
        String secret = secrets.token();
        db.sql(
                        "insert into exchange.api_key (tenant, id, holder, key_hash, created_at, created_by) values (?, ?, ?, ?, ?, ?)")
                .params(tenant.code(), key.id(), key.holder(), hash(secret), Timestamp.from(key.createdAt()), by)
                .update();
        audit.record(tenant, STREAM, by, "key-given", Map.of("key", key.id().toString(), "holder", key.holder()));
        return new Fresh(key, secret);
    }

    @Transactional
    public void revoke(Tenant tenant, UUID id, String by) {
        int revoked = db.sql(
                        "update exchange.api_key set revoked_at = ? where tenant = ? and id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), tenant.code(), id)
                .update();
        if (revoked == 0) throw Refusal.notFound("exchange.unknown-key").exception();
        audit.record(tenant, STREAM, by, "key-revoked", Map.of("key", id.toString()));
    }

    public List<ApiKey> list(Tenant tenant) {
        return db.sql(
                        "select id, holder, created_at, revoked_at from exchange.api_key where tenant = ? order by created_at")
                .param(tenant.code())
                .query((row, number) -> new ApiKey(
                        row.getObject("id", UUID.class),
                        row.getString("holder"),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("revoked_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    /** Whose key it is; empty for none, an unknown or a revoked one. */
    Optional<ApiKey> holder(Tenant tenant, @Nullable String secret) {
        if (secret == null || secret.isBlank()) return Optional.empty();
        return db.sql(
                        "select id, holder, created_at from exchange.api_key where tenant = ? and key_hash = ? and revoked_at is null")
                .params(tenant.code(), hash(secret))
                .query((row, number) -> new ApiKey(
                        row.getObject("id", UUID.class),
                        row.getString("holder"),
                        row.getTimestamp("created_at").toInstant(),
                        null))
                .optional();
    }

    private static byte[] hash(String secret) {
        return Sm3.hash(secret.getBytes(UTF_8));
    }
}
