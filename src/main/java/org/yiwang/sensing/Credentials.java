package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.sensing.store.CredentialStore;
import org.yiwang.sensing.store.CredentialStore.Credential;

/**
 * Secrets of devices and of programs that hand in for many. A secret is 256 random bits: it cannot be guessed, so that a plain hash (SM3) is as good as a slow
 * one, and ten thousand devices can come back at once after a power cut.
 */
@Service
public class Credentials {
    private static final String STREAM = "sensing-credentials";
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final byte[] NOBODY = new byte[Sm3.BYTES];

    private final CredentialStore store;
    private final KnownDevices devices;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    Credentials(CredentialStore store, KnownDevices devices, Secrets secrets, AuditTrail audit, Clock clock) {
        this.store = store;
        this.devices = devices;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Issues a secret, or another one in its place. It is answered here and can never be read again. */
    @Transactional
    public String issue(Staff staff, String device) {
        if (!devices.refresh(staff.tenant()).containsKey(device))
            throw Refusal.notFound("sensing.no-device", device).exception();
        return issue(staff, device, false);
    }

    /** A secret for a program that hands in for any device. */
    @Transactional
    public String issueService(Staff staff, String name) {
        if (!SERVICE.matcher(name).matches())
            throw Refusal.invalid("name", "sensing.bad-service").exception();
        return issue(staff, name, true);
    }

    private String issue(Staff staff, String name, boolean service) {
        String secret = secrets.token();
        int serial = store.issue(
                        staff.tenant(),
                        name,
                        service,
                        mac(name, secret),
                        clock.instant(),
                        staff.id().toString())
                .orElseThrow(() -> Refusal.conflict("sensing.name-taken", name).exception());
        audit.record(
                staff.tenant(), STREAM, staff.id().toString(), "secret-issued", Map.of("name", name, "serial", serial));
        return secret;
    }

    @Transactional
    public void revoke(Staff staff, String name) {
        if (!store.revoke(staff.tenant(), name, clock.instant()))
            throw Refusal.notFound("sensing.no-credential", name).exception();
        audit.record(staff.tenant(), STREAM, staff.id().toString(), "secret-revoked", Map.of("name", name));
    }

    /** Takes the same time for a name that nobody has. */
    public Optional<Credential> check(Tenant tenant, String name, String secret) {
        Optional<Credential> known = name.indexOf(0) >= 0 ? Optional.empty() : store.find(tenant, name);
        byte[] kept = known.filter(one -> one.revokedAt() == null)
                .map(one -> one.mac().bytes())
                .orElse(NOBODY);
        return MessageDigest.isEqual(kept, mac(name, secret)) ? known : Optional.empty();
    }

    public List<Credential> services(Tenant tenant) {
        return store.services(tenant);
    }

    /** The name is part of what is hashed: the same secret under another name proves nothing. */
    private static byte[] mac(String name, String secret) {
        return Sm3.hash(name.getBytes(UTF_8), new byte[] {0}, secret.getBytes(UTF_8));
    }
}
