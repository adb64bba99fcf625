package org.yiwang.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** New identities: UUID version 7 (RFC 9562, 5.7), so that rows written together lie together in the index. */
@Component
public class Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    @org.springframework.beans.factory.annotation.Autowired
    public Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    /** For a run that must be repeatable: the same clock and the same seed give the same ids. */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long noise = random.nextLong();
        long high = (clock.millis() << 16) | VERSION_7 | (noise & 0xFFF);
        long low = (random.nextLong() >>> 2) | VARIANT_2;
        return new UUID(high, low);
    }
}
