package org.yiwang.rounds.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.web.PublicAddress;
import org.yiwang.rounds.ReadRecord;
import org.yiwang.rounds.model.InspectionRecord;
import org.yiwang.rounds.paper.WriteRecord;
import org.yiwang.rounds.paper.WriteRecord.Sources;
import org.yiwang.scenario.Words;

/** Inspection records on paper, and whether a paper is genuine. Whoever holds one may ask; nothing but yes or no is answered. */
@RestController
class RecordController {
    /**
     * @param genuine whether the paper states what the record states
     * @param form of its digest, 1 for papers that do not state under it which types the cases have and whether it was a second look
     */
    record RecordCheck(boolean genuine, int form) {}

    private final ReadRecord read;
    private final PublicAddress addresses;
    private final Tenant tenant;

    RecordController(ReadRecord read, PublicAddress addresses, @Value("${yiwang.tenant}") int tenant) {
        this.read = read;
        this.addresses = addresses;
        this.tenant = new Tenant(tenant);
    }

    @GetMapping(path = "/api/v1/rounds/stops/{id}/record.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(Staff staff, @PathVariable UUID id, Locale locale) {
        InspectionRecord record = read.of(staff, id);
        String address = addresses.of("/m/record/" + id + "/" + record.digest());
        ContentDisposition name = ContentDisposition.attachment()
                .filename("record-" + record.number() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(WriteRecord.pdf(record, locale.getLanguage(), address, sources(record)));
    }

    private Sources sources(InspectionRecord record) {
        return new Sources() {
            @Override
            public Optional<byte[]> picture(UUID photo) {
                return read.picture(record, photo);
            }

            @Override
            public Words category(String code) {
                return read.category(record, code);
            }
        };
    }

    @GetMapping("/api/v1/public/inspection-records/{id}/{digest}")
    RecordCheck check(@PathVariable UUID id, @PathVariable String digest) {
        return new RecordCheck(read.isGenuine(tenant, id, digest), InspectionRecord.form(digest));
    }
}
