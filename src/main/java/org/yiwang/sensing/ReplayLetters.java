package org.yiwang.sensing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.Understood.Reading;
import org.yiwang.sensing.store.LetterStore;

/** Reads a device's dead letters once more: what is understood now goes into the log, the rest stays. */
@Service
public class ReplayLetters {
    /** @param left how many are still not understood */
    public record Replayed(int taken, int left) {}

    private final LetterStore letters;
    private final AppendLog log;
    private final KnownDevices devices;
    private final CountMessages count;
    private final AuditTrail audit;

    ReplayLetters(LetterStore letters, AppendLog log, KnownDevices devices, CountMessages count, AuditTrail audit) {
        this.letters = letters;
        this.log = log;
        this.devices = devices;
        this.count = count;
        this.audit = audit;
    }

    /** A letter's own arrival is what its clock is held against: a wider bound lets it through, the time that it lay there does not count. */
    @Transactional
    public Replayed replay(Staff staff, String serial) {
        Device device = devices.refresh(staff.tenant()).get(serial);
        if (device == null) throw Refusal.notFound("sensing.no-device", serial).exception();
        List<Incoming> understood = new ArrayList<>();
        List<UUID> done = new ArrayList<>();
        List<Letter> all = letters.lock(staff.tenant(), serial);
        for (Letter letter : all)
            if (MapPayload.understand(
                            device.kind(),
                            letter.messageKind(),
                            letter.payload().bytes(),
                            letter.at())
                    instanceof Reading reading) {
                understood.add(TakeMessage.incoming(device, letter.messageKind(), reading, Source.LETTER));
                done.add(letter.id());
            }
        letters.delete(staff.tenant(), done);
        log.append(understood).forEach(place -> count.taken(serial, place.ingestAt()));
        audit.record(
                staff.tenant(),
                "sensing-letters",
                staff.id().toString(),
                "letters-replayed",
                Map.of("device", serial, "taken", done.size()));
        return new Replayed(done.size(), all.size() - done.size());
    }
}
