package org.yiwang.sensing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.Payload;
import org.yiwang.sensing.model.Place;
import org.yiwang.sensing.model.TokenBucket;
import org.yiwang.sensing.model.Understood.Garbled;
import org.yiwang.sensing.model.Understood.Reading;
import org.yiwang.sensing.store.LetterStore;

/** What every way in does with a message: whose it is, whether it comes too fast, what it says, and into the log or to the dead letters. */
@Service
public class TakeMessage {
    public static final int PAYLOAD_BYTES_MAX = 64 * 1024;
    private static final int BURST_SECONDS = 10;
    private static final int KIND_CHARACTERS_MAX = 40;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** What became of a message; told when it is durable. */
    public sealed interface Outcome {
        record Taken(Place place) implements Outcome {}

        /** Kept as a dead letter. */
        record Kept(Garbled why) implements Outcome {}

        /**
         * Nothing of it is kept.
         *
         * @param code of {@code refusals/sensing.yaml}
         */
        record Refused(String code) implements Outcome {}
    }

    public static final String UNKNOWN = "sensing.unknown-device";
    public static final String NOT_YOURS = "sensing.not-yours";
    public static final String TOO_FAST = "sensing.too-fast";
    public static final String TOO_LARGE = "sensing.too-large";
    public static final String BUSY = "sensing.busy";

    private final KnownDevices devices;
    private final GatherMessages gather;
    private final CountMessages count;
    private final Ids ids;
    private final Clock clock;
    private final Tenant tenant;
    private final double perSecond;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    public TakeMessage(
            KnownDevices devices,
            AppendLog log,
            LetterStore letters,
            TransactionOperations transactions,
            CountMessages count,
            Ids ids,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.sensing.messages-per-second:20}") double perSecond) {
        this.devices = devices;
        this.count = count;
        this.ids = ids;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
        this.perSecond = perSecond;
        this.gather = new GatherMessages(log, letters, transactions, this.tenant);
    }

    /** @param speaker serial number of whoever brings it, itself or a gateway; null for a program that may bring anybody's */
    public CompletableFuture<Outcome> take(
            @Nullable String speaker, String serial, String said, byte[] payload, Source source) {
        String messageKind = tidy(said);
        Device device = devices.known(tenant, serial);
        String counted = speaker == null ? serial : speaker;
        if (device == null) return refused(speaker == null ? null : counted, UNKNOWN);
        if (!maySpeak(speaker, device)) return refused(counted, NOT_YOURS);
        if (payload.length > PAYLOAD_BYTES_MAX) return refused(serial, TOO_LARGE);
        if (!mayPass(serial)) {
            count.throttled(serial);
            return CompletableFuture.completedFuture(new Outcome.Refused(TOO_FAST));
        }
        Instant now = clock.instant();
        return switch (MapPayload.understand(device.kind(), messageKind, payload, now)) {
            case Reading reading ->
                gather.take(incoming(device, messageKind, reading, source))
                        .thenApply(place -> taken(serial, place))
                        .exceptionally(TakeMessage::busy);
            case Garbled why -> keep(serial, messageKind, payload, why, now);
        };
    }

    private CompletableFuture<Outcome> keep(
            String serial, String messageKind, byte[] payload, Garbled why, Instant now) {
        return gather.keep(new Letter(
                        ids.next(), now, serial, messageKind, why.reason(), why.detail(), Payload.of(payload)))
                .<Outcome>thenApply(place -> {
                    count.letter(serial);
                    return new Outcome.Kept(why);
                })
                .exceptionally(TakeMessage::busy);
    }

    /** A name that no kind has stands in a letter; nothing that it holds shall harm there. */
    private static String tidy(String kind) {
        if (KIND.matcher(kind).matches()) return kind;
        String plain = kind.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.substring(0, Math.min(plain.length(), KIND_CHARACTERS_MAX));
    }

    static Incoming incoming(Device device, String messageKind, Reading reading, Source source) {
        return new Incoming(
                device.serial(),
                device.family(),
                device.kind().id(),
                messageKind,
                reading.deviceTime(),
                reading.messageId(),
                reading.values(),
                source);
    }

    private Outcome taken(String serial, @Nullable Place place) {
        if (place == null) throw new IllegalStateException("A message has no place");
        count.taken(serial, place.ingestAt());
        return new Outcome.Taken(place);
    }

    private static Outcome busy(Throwable why) {
        return new Outcome.Refused(BUSY);
    }

    private CompletableFuture<Outcome> refused(@Nullable String counted, String code) {
        if (counted == null) count.stranger();
        else count.refused(counted);
        return CompletableFuture.completedFuture(new Outcome.Refused(code));
    }

    private boolean maySpeak(@Nullable String speaker, Device device) {
        if (speaker == null || speaker.equals(device.serial())) return true;
        Device gateway = devices.known(tenant, speaker);
        return gateway != null && device.hangsOn(gateway);
    }

    private boolean mayPass(String serial) {
        long now = System.nanoTime();
        TokenBucket bucket =
                buckets.computeIfAbsent(serial, one -> new TokenBucket(perSecond, perSecond * BURST_SECONDS, now));
        synchronized (bucket) {
            return bucket.take(now);
        }
    }

    /** Writes what waits; what comes afterwards is refused. */
    @PreDestroy
    public void end() {
        gather.close();
    }
}
