package org.yiwang.sensing.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.model.Device;
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

    /**
     * Where a device is.
     *
     * @param register null where it is but a name
     */
    @SchemaName("DevicePlace")
    record Place(@Nullable String register, @Nullable String key, String label) {
        static Place of(Device.Within one) {
            String[] entry = one.entry() == null ? new String[0] : one.entry().split(":", 2);
            return entry.length < 2 ? new Place(null, null, one.label()) : new Place(entry[0], entry[1], one.label());
        }
    }

    /** How many places of one sort there are with such a device, and how many where at least one was heard within twice its heartbeat. */
    @SchemaName("DevicePlaceCount")
    record PlaceCount(Word level, int places, int active) {}

    /** @param counts from near to far */
    @SchemaName("DevicePlaces")
    record Places(String pack, List<PlaceCount> counts, List<DeviceLine> items, boolean more) {}

    @SchemaName("DevicePlaceFact")
    record Fact(Word title, String value, @Nullable Word unit) {}

    /**
     * One place, such as a lift, with the devices that it has.
     *
     * @param within where it is itself, from near to far
     */
    @SchemaName("DevicePlacePage")
    record PlacePage(
            String register,
            String key,
            Word registerName,
            String label,
            List<Place> within,
            List<Fact> facts,
            List<DeviceLine> devices) {}

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
     * @param within where it is, from near to far
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
            List<Place> within,
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
