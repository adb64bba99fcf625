package org.yiwang.grids.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.grids.KeepDepartments;
import org.yiwang.grids.TakeInGrid;
import org.yiwang.grids.TakeInGrid.Taken;
import org.yiwang.grids.TakeOutGrid;
import org.yiwang.grids.model.Edition;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.territory.Datum;

/** The departments' own grids, in and out. */
@RestController
@RequestMapping("/api/v1/grids/departments")
class GridDepartmentController {
    @SchemaName("GridDepartmentList")
    record DepartmentList(List<DepartmentView> items) {}

    private final KeepDepartments departments;
    private final TakeInGrid in;
    private final TakeOutGrid out;
    private final RefusalTexts texts;
    private final Clock clock;

    GridDepartmentController(
            KeepDepartments departments, TakeInGrid in, TakeOutGrid out, RefusalTexts texts, Clock clock) {
        this.departments = departments;
        this.in = in;
        this.out = out;
        this.texts = texts;
        this.clock = clock;
    }

    @Needs("grids.read")
    @GetMapping
    DepartmentList departments(Staff staff, Locale locale) {
        List<Edition> editions = out.editions(staff.tenant());
        return new DepartmentList(departments.all(staff.tenant()).stream()
                .map(department -> DepartmentView.of(department, editions, today(), GridWords.of(locale)))
                .toList());
    }

    @Needs("grids.write")
    @PutMapping("/{code}")
    DepartmentView keep(Staff staff, @PathVariable String code, @RequestBody DepartmentView.Kept kept, Locale locale) {
        return DepartmentView.of(
                departments.keep(staff, kept.department(code)),
                out.editions(staff.tenant()),
                today(),
                GridWords.of(locale));
    }

    /** @param edition a former or coming one; the one in force today where it is missing */
    @Needs("grids.read")
    @GetMapping(path = "/{code}/grid", produces = "application/geo+json")
    byte[] grid(Staff staff, @PathVariable String code, @RequestParam @Nullable Integer edition) {
        return out.geoJson(staff.tenant(), code, edition, today());
    }

    /**
     * Nothing was changed where a feature is at fault; the problem then names the faults by feature.
     *
     * @param look only says what would come of it
     */
    @Needs("grids.write")
    @PutMapping(
            path = "/{code}/grid",
            consumes = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    GridReport take(
            Staff staff,
            @PathVariable String code,
            @RequestBody byte[] file,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "wgs84") String datum,
            @RequestParam(defaultValue = "false") boolean look,
            Locale locale) {
        LocalDate day = Objects.requireNonNullElse(from, today());
        Taken taken = look
                ? in.look(staff, code, file, datum(datum), day)
                : in.take(staff, code, file, datum(datum), day, note, clock.instant());
        GridReport report = GridReport.of(taken, texts, locale);
        if (!taken.intake().isSound()) throw report.refused();
        return report;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Duty.ZONE);
    }

    private static Datum datum(String name) {
        for (Datum datum : Datum.values()) if (datum.id().equals(name)) return datum;
        throw Refusal.invalid("datum", "territory.unknown-datum", name).exception();
    }
}
