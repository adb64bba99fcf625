package org.yiwang.registry.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.ImportStore;
import org.yiwang.registry.usecase.ApplyImport;
import org.yiwang.registry.usecase.PreviewImport;

/** Sheets into a register: looked at first, applied as a whole, taken back as a whole. */
@RestController
@RequestMapping("/api/v1/registers/{register}/imports")
class ImportController {
    private static final int ROWS_MAX = 200;
    private static final int LISTED_MAX = 30;

    /** A sheet that was handed in. */
    @SchemaName("SheetImportView")
    record View(
            UUID id,
            String file,
            SheetImport.State state,
            String name,
            Instant at,
            @Nullable Instant appliedAt,
            @Nullable Instant undoneAt,
            SheetImport.Counts counts) {
        static View of(SheetImport sheet) {
            return new View(
                    sheet.id(),
                    sheet.file(),
                    sheet.state(),
                    sheet.byName(),
                    sheet.at(),
                    sheet.appliedAt(),
                    sheet.undoneAt(),
                    sheet.counts());
        }
    }

    @SchemaName("SheetImports")
    record Views(List<View> items) {}

    /** What is wrong, in the caller's language; the column is empty where it is the row. */
    @SchemaName("SheetFault")
    record FaultView(String column, String code, String sentence, String remedy) {}

    /** A row of the sheet and what it would do. */
    @SchemaName("SheetRow")
    record RowView(
            int number,
            ImportRow.Act act,
            @Nullable String key,
            List<ImportRow.Difference> changes,
            List<FaultView> faults) {}

    /** @param next the row to go on after; missing on the last page */
    @SchemaName("SheetRows")
    record Rows(List<RowView> items, @Nullable Integer next) {}

    private final Registers registers;
    private final PreviewImport preview;
    private final ApplyImport apply;
    private final ImportStore imports;
    private final RefusalTexts texts;
    private final Clock clock;

    ImportController(
            Registers registers,
            PreviewImport preview,
            ApplyImport apply,
            ImportStore imports,
            RefusalTexts texts,
            Clock clock) {
        this.registers = registers;
        this.preview = preview;
        this.apply = apply;
        this.imports = imports;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View upload(Staff staff, @PathVariable String register, @RequestPart MultipartFile file) throws IOException {
        Register known = writable(staff, register);
        Path kept = Files.createTempFile("sheet", ".xlsx");
        try {
            file.transferTo(kept);
            String name =
                    Objects.requireNonNullElse(file.getOriginalFilename(), "").strip();
            return View.of(preview.preview(staff, known, name.isEmpty() ? "-" : name, kept, clock.instant()));
        } finally {
            Files.delete(kept);
        }
    }

    @GetMapping
    Views list(Staff staff, @PathVariable String register) {
        Register known = writable(staff, register);
        return new Views(imports.latest(staff.tenant(), known, LISTED_MAX).stream()
                .map(View::of)
                .toList());
    }

    @GetMapping("/{id}")
    View one(Staff staff, @PathVariable String register, @PathVariable UUID id) {
        return View.of(found(staff, writable(staff, register), id));
    }

    /** @param act insert, change, same or reject */
    @GetMapping("/{id}/rows")
    Rows rows(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        SheetImport sheet = found(staff, writable(staff, register), id);
        if (limit < 1 || limit > ROWS_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, ROWS_MAX)
                    .exception();
        List<ImportRow> rows = imports.rows(staff.tenant(), sheet.id(), Set.of(), act(act), after, limit);
        return new Rows(
                rows.stream().map(row -> view(row, locale)).toList(),
                rows.size() < limit ? null : rows.getLast().number());
    }

    /** @param confirming whether entries that the sheet has as they are count as confirmed */
    @PostMapping("/{id}/apply")
    View apply(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirming) {
        return View.of(apply.apply(staff, writable(staff, register), id, confirming, clock.instant()));
    }

    @PostMapping("/{id}/drop")
    View drop(Staff staff, @PathVariable String register, @PathVariable UUID id) {
        return View.of(apply.drop(staff, writable(staff, register), id, clock.instant()));
    }

    /** @param partly whether entries that somebody has changed since may stay */
    @PostMapping("/{id}/undo")
    View undo(
            Staff staff,
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean partly) {
        return View.of(apply.undo(staff, writable(staff, register), id, partly, clock.instant()));
    }

    private SheetImport found(Staff staff, Register register, UUID id) {
        return imports.find(staff.tenant(), register, id)
                .orElseThrow(() -> Refusal.notFound("registry.no-import").exception());
    }

    private static ImportRow.@Nullable Act act(@Nullable String act) {
        if (act == null || act.isEmpty()) return null;
        try {
            return ImportRow.Act.of(act);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("act", "request.wrong-value", "act").exception();
        }
    }

    private RowView view(ImportRow row, Locale locale) {
        List<FaultView> faults = row.faults().stream()
                .map(fault -> {
                    RefusalTexts.Words words = texts.words(fault.refusal(), locale);
                    return new FaultView(fault.column(), fault.code(), words.sentence(), words.remedy());
                })
                .toList();
        return new RowView(row.number(), row.act(), row.key(), row.changes(), faults);
    }

    private Register writable(Staff staff, String name) {
        Register register = registers.require(staff.tenant(), name);
        EntrySight.requireWrite(staff, register);
        return register;
    }
}
