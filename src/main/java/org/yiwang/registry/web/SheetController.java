package org.yiwang.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.registry.store.ImportStore;
import org.yiwang.registry.table.Columns;
import org.yiwang.registry.table.TableWords;
import org.yiwang.registry.table.WriteTable;

/** The sheets that a register gives out. */
@RestController
@RequestMapping("/api/v1/registers/{register}")
class SheetController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Registers registers;
    private final FindEntries find;
    private final ImportStore imports;
    private final Units units;
    private final RefusalTexts texts;
    private final Clock clock;

    SheetController(
            Registers registers, FindEntries find, ImportStore imports, Units units, RefusalTexts texts, Clock clock) {
        this.registers = registers;
        this.find = find;
        this.imports = imports;
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(path = "/template.xlsx", produces = XLSX)
    void template(Staff staff, @PathVariable String register, Locale locale, HttpServletResponse response)
            throws IOException {
        Register known = writable(staff, register);
        begin(response, known.name() + "-template");
        new WriteTable(known, TableWords.in(locale)).template(response.getOutputStream());
    }

    @GetMapping(path = "/export.xlsx", produces = XLSX)
    void export(
            Staff staff,
            @PathVariable String register,
            @ParameterObject @ModelAttribute EntryQuery query,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Register known = registers.require(staff.tenant(), register);
        EntrySight.requireRead(staff, known);
        Instant now = clock.instant();
        FindEntries.Filter filter = query.filter(known, now);
        FindEntries.Order order = query.order();
        begin(response, known.name() + "-" + NAMED.format(now));
        TableWords words = TableWords.in(locale);
        new WriteTable(known, words)
                .export(
                        taker -> find.each(staff, known, filter, order, taker),
                        committees(staff, words),
                        response.getOutputStream());
    }

    /** The sheet as it was handed in, its faults marked. */
    @GetMapping(path = "/imports/{id}/faults.xlsx", produces = XLSX)
    void faults(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Register known = writable(staff, register);
        SheetImport sheet = imports.find(staff.tenant(), known, id)
                .filter(found -> found.state() == SheetImport.State.PENDING)
                .orElseThrow(() -> Refusal.notFound("registry.no-import").exception());
        begin(response, known.name() + "-faults-" + NAMED.format(sheet.at()));
        Set<Integer> personal = personal(known, sheet);
        new WriteTable(known, TableWords.in(locale))
                .faults(
                        sheet.heading(),
                        taker -> imports.each(staff.tenant(), id, personal, taker),
                        texts,
                        response.getOutputStream());
    }

    private static Set<Integer> personal(Register register, SheetImport sheet) {
        Set<Integer> personal = new HashSet<>();
        sheet.heading().forEach((at, title) -> Columns.called(register, title)
                .filter(column -> column.field() != null && column.field().personal())
                .ifPresent(column -> personal.add(at)));
        return personal;
    }

    private Map<String, String> committees(Staff staff, TableWords words) {
        Map<String, String> names = new HashMap<>();
        for (Unit unit : units.all(staff.tenant()))
            names.put(unit.id().value(), words.language().equals("en") ? unit.nameEn() : unit.name());
        return names;
    }

    private Register writable(Staff staff, String name) {
        Register register = registers.require(staff.tenant(), name);
        EntrySight.requireWrite(staff, register);
        return register;
    }

    private static void begin(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
