package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.RecordedRows.Row;
import org.yiwang.sensing.model.Understood.Garbled;
import org.yiwang.sensing.model.Understood.Reading;

/** Reads recorded messages into the log, all in one transaction, in the order of the file. */
@Service
public class TakeRecording {
    private static final int FAULTS_MAX = 50;

    /** @param code of {@code refusals/sensing.yaml} */
    public record Fault(int line, String device, String code, List<String> detail) {}

    /**
     * @param byDevice how many messages of each device can be read
     * @param faults the first so many
     */
    public record Preview(int readable, int unreadable, Map<String, Integer> byDevice, List<Fault> faults) {}

    private record Read(Preview preview, List<Incoming> messages) {}

    private final KnownDevices devices;
    private final AppendLog log;
    private final CountMessages count;
    private final AuditTrail audit;

    TakeRecording(KnownDevices devices, AppendLog log, CountMessages count, AuditTrail audit) {
        this.devices = devices;
        this.log = log;
        this.count = count;
        this.audit = audit;
    }

    public Preview preview(Staff staff, List<Row> rows) {
        return read(staff, rows).preview();
    }

    /** What can be read goes into the log; what cannot is told and left out. */
    @Transactional
    public Preview take(Staff staff, List<Row> rows) {
        Read read = read(staff, rows);
        List<Incoming> messages = read.messages();
        var places = log.append(messages);
        for (int i = 0; i < places.size(); i++)
            count.taken(messages.get(i).device(), places.get(i).ingestAt());
        audit.record(
                staff.tenant(),
                "sensing-recordings",
                staff.id().toString(),
                "recording-taken",
                Map.of("messages", messages.size(), "left-out", read.preview().unreadable()));
        return read.preview();
    }

    private Read read(Staff staff, List<Row> rows) {
        Map<String, Device> known = devices.refresh(staff.tenant());
        Map<String, Integer> byDevice = new LinkedHashMap<>();
        List<Incoming> messages = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int unreadable = 0;
        for (Row row : rows) {
            Device device = known.get(row.device());
            var said = device == null
                    ? Garbled.of(TakeMessage.UNKNOWN)
                    : MapPayload.understand(
                            device.kind(), row.message(), row.payload().getBytes(UTF_8), null);
            if (device != null && said instanceof Reading reading) {
                messages.add(TakeMessage.incoming(device, row.message(), reading, Source.RECORDING));
                byDevice.merge(row.device(), 1, Integer::sum);
            } else if (said instanceof Garbled why && ++unreadable <= FAULTS_MAX)
                faults.add(new Fault(row.line(), row.device(), why.reason(), why.detail()));
        }
        return new Read(new Preview(messages.size(), unreadable, byDevice, faults), messages);
    }
}
