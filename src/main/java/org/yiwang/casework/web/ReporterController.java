package org.yiwang.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.RevealReporter;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** The people behind the reports, for those who have to speak with them. */
@RestController
@RequestMapping("/api/v1/cases")
class ReporterController {
    /** What the number is needed for; of the reason list {@code reveal}. */
    record Purpose(@Nullable String purpose) {}

    /** The number of somebody on the line. In the body, because addresses end up in logs. */
    record Caller(@Nullable String phone) {}

    @SchemaName("CasesOfCaller")
    record Found(List<FindCases.Line> items) {}

    private final RevealReporter reveal;
    private final ReportStore reporters;
    private final FindCases find;
    private final Clock clock;

    ReporterController(RevealReporter reveal, ReportStore reporters, FindCases find, Clock clock) {
        this.reveal = reveal;
        this.reporters = reporters;
        this.find = find;
        this.clock = clock;
    }

    @PostMapping("/{id}/reporters/{report}/reveal")
    ResponseEntity<RevealReporter.Revealed> reveal(
            Staff staff, @PathVariable UUID id, @PathVariable UUID report, @RequestBody Purpose why) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(reveal.reveal(staff, id, report, why.purpose()));
    }

    /** The caller's other cases, of those that this person may see. */
    @PostMapping("/same-caller")
    Found sameCaller(Staff staff, @RequestBody Caller caller) {
        Access.require(staff, "cases.register");
        if (caller.phone() == null || caller.phone().isBlank())
            throw Refusal.invalid("phone", "case.field-missing", "phone").exception();
        return new Found(find.lines(staff, reporters.casesOf(staff.tenant(), caller.phone()), clock.instant()));
    }
}
