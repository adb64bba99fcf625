package org.yiwang.sensing.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.model.Tally;

/** What the desk sees of devices. */
final class DeviceViews {
    private DeviceViews() {}

    @SchemaName("DeviceWord")
    record Word(String zh, String en) {
        static Word of(Words words) {
            return new Word(words.zh(), words.en());
        }
    }

    /** Today's counts. */
    @SchemaName("DeviceTally")
    record Today(long messages, long refused, long throttled) {
        static Today of(Tally tally) {
            return new Today(tally.messages(), tally.refused(), tally.throttled());
        }
    }

    /**
     * A device of the list.
     *
     * @param credential none, valid or revoked
     * @param connected whether it holds a connection to this node now
     * @param silent whether it has said nothing for more than twice its heartbeat, having spoken before
     * @param letters dead letters that lie there
     */
    @SchemaName("DeviceLine")
    record DeviceLine(
            String serial,
            String kind,
            Word kindName,
            String label,
            String register,
            String key,
            @Nullable String committee,
            @Nullable Instant lastHeard,
            boolean silent,
            boolean connected,
            String credential,
            int letters,
            Today today) {}

    @SchemaName("DeviceKindChoice")
    record KindChoice(String id, Word name, int devices) {}

    /** @param strangers refused today, because nobody has that name and secret */
    @SchemaName("DevicePage")
    record DevicePage(
            List<DeviceLine> items, @Nullable String next, int total, List<KindChoice> kinds, long strangers) {}

    /** @param shown the value in words, where it is a choice or a truth */
    @SchemaName("DeviceValue")
    record Value(
            String name,
            Word title,
            @Nullable Word unit,
            String value,
            @Nullable Word shown) {}

    @SchemaName("DeviceMessage")
    record Message(
            int partition,
            long offset,
            Instant ingestAt,
            @Nullable Instant deviceTime,
            @Nullable String messageId,
            String kind,
            Word kindName,
            List<Value> values) {}

    /** @param payload the beginning of it, as text */
    @SchemaName("DeadLetter")
    record DeadLetter(
            String id, Instant at, String kind, String code, String title, String remedy, String payload, int bytes) {}

    /**
     * One device.
     *
     * @param above what it hangs on, nearest first: register:key
     * @param latest the last message of each kind
     * @param messages the last ones
     */
    @SchemaName("DeviceDetail")
    record DeviceDetail(
            DeviceLine device,
            String family,
            List<String> above,
            long heartbeatSeconds,
            String topic,
            @Nullable Instant issuedAt,
            @Nullable Instant revokedAt,
            List<Message> latest,
            List<Message> messages,
            List<DeadLetter> letters) {}

    /** @param secret shown this once and never again */
    @SchemaName("DeviceSecret")
    record Secret(String name, String secret) {}

    @SchemaName("DeviceLettersReplayed")
    record Replayed(int taken, int left) {}

    @SchemaName("SensingService")
    record Service(String name, Instant issuedAt, @Nullable Instant revokedAt) {}

    @SchemaName("SensingServices")
    record Services(List<Service> items) {}

    @SchemaName("RecordingFault")
    record RecordingFault(int line, String device, String code, String title, String remedy) {}

    /** @param taken whether it is in the log now */
    @SchemaName("Recording")
    record Recording(
            boolean taken, int readable, int unreadable, Map<String, Integer> byDevice, List<RecordingFault> faults) {}
}
