package org.yiwang.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.DryRun;
import org.yiwang.casework.DryRunTable;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.CsvRow;
import org.yiwang.platform.web.Needs;
import org.yiwang.scenario.PackageLibrary;

/** Tries a version of a package on the cases of the last days before it is published. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/versions/{number}/dry-run")
class DryRunController {
    private static final String MANAGE = "scenarios.manage";
    private static final String DAYS = "30";

    private final DryRun run;
    private final DryRunTable table;
    private final PackageLibrary library;
    private final Clock clock;

    DryRunController(DryRun run, DryRunTable table, PackageLibrary library, Clock clock) {
        this.run = run;
        this.table = table;
        this.library = library;
        this.clock = clock;
    }

    @GetMapping
    @Needs(MANAGE)
    DryRun.Result run(
            Staff staff,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = DAYS) int days) {
        if (days < 1 || days > DryRun.DAYS_MAX)
            throw Refusal.invalid("days", "request.out-of-range", "days", 1, DryRun.DAYS_MAX)
                    .exception();
        return run.of(staff.tenant(), library.files(staff.tenant(), id, number), days);
    }

    @GetMapping(path = "/export.csv", produces = "text/csv")
    @Needs(MANAGE)
    void export(
            Staff staff,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = DAYS) int days,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        DryRun.Result result = run(staff, id, number, days);
        Writer out = CsvAnswer.begin(response, "dry-run-" + id, clock.instant());
        out.write(CsvRow.of(table.heading(locale)));
        for (DryRunTable.Row row : table.rows(staff.tenant(), result, locale)) out.write(CsvRow.of(row.cells()));
        out.flush();
    }
}
