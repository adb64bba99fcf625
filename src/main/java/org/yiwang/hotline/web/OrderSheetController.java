package org.yiwang.hotline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.yiwang.hotline.ApplyOrders;
import org.yiwang.hotline.PreviewOrders;
import org.yiwang.hotline.sheet.OrderTable;
import org.yiwang.hotline.store.SheetStore;
import org.yiwang.hotline.store.SheetStore.Handed;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.table.TableWords;
import org.yiwang.registry.table.WriteTable;

/** A day's orders from a sheet: looked at first, then taken in. */
@RestController
@RequestMapping("/api/v1/hotline/sheets")
class OrderSheetController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_MAX = 200;
    private static final int LISTED_MAX = 30;

    /** @param leftOut titles of columns that are not read */
    @SchemaName("HotlineSheetView")
    record View(
            UUID id,
            String file,
            SheetImport.State state,
            String name,
            Instant at,
            @Nullable Instant appliedAt,
            SheetImport.Counts counts,
            List<String> leftOut) {
        static View of(Handed handed) {
            SheetImport sheet = handed.sheet();
            return new View(
                    sheet.id(),
                    sheet.file(),
                    sheet.state(),
                    sheet.byName(),
                    sheet.at(),
                    sheet.appliedAt(),
                    sheet.counts(),
                    handed.leftOut());
        }
    }

    @SchemaName("HotlineSheets")
    record Views(List<View> items) {}

    /** What is wrong, in the caller's language; the column is empty where it is the row. */
    @SchemaName("HotlineSheetFault")
    record FaultView(String column, String code, String sentence, String remedy) {}

    @SchemaName("HotlineSheetRow")
    record RowView(
            int number,
            ImportRow.Act act,
            @Nullable String key,
            List<ImportRow.Difference> changes,
            List<FaultView> faults) {}

    /** @param next the row to go on after; missing on the last page */
    @SchemaName("HotlineSheetRows")
    record Rows(List<RowView> items, @Nullable Integer next) {}

    private final PreviewOrders preview;
    private final ApplyOrders apply;
    private final SheetStore sheets;
    private final RefusalTexts texts;

    OrderSheetController(PreviewOrders preview, ApplyOrders apply, SheetStore sheets, RefusalTexts texts) {
        this.preview = preview;
        this.apply = apply;
        this.sheets = sheets;
        this.texts = texts;
    }

    @Needs("hotline.manage")
    @GetMapping(path = "/template.xlsx", produces = XLSX)
    void template(Staff staff, Locale locale, HttpServletResponse response) throws IOException {
        begin(response, "orders-template");
        table(locale).template(response.getOutputStream());
    }

    @Needs("hotline.manage")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View upload(Staff staff, @RequestPart MultipartFile file) throws IOException {
        Path kept = Files.createTempFile("orders", ".sheet");
        try {
            file.transferTo(kept);
            String name =
                    Objects.requireNonNullElse(file.getOriginalFilename(), "").strip();
            return one(staff, preview.preview(staff, name.isEmpty() ? "-" : name, kept));
        } finally {
            Files.delete(kept);
        }
    }

    @Needs("hotline.manage")
    @GetMapping
    Views list(Staff staff) {
        return new Views(
                sheets.latest(staff.tenant(), LISTED_MAX).stream().map(View::of).toList());
    }

    @Needs("hotline.manage")
    @GetMapping("/{id}")
    View one(Staff staff, @PathVariable UUID id) {
        return View.of(found(staff, id));
    }

    /** @param act insert, change, same or reject */
    @Needs("hotline.manage")
    @GetMapping("/{id}/rows")
    Rows rows(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        found(staff, id);
        OrderController.bounded("limit", limit, 1, ROWS_MAX);
        List<ImportRow> rows = sheets.rows(staff.tenant(), id, act(act), after, limit);
        return new Rows(
                rows.stream().map(row -> view(row, locale)).toList(),
                rows.size() < limit ? null : rows.getLast().number());
    }

    /** The rejected rows, their faults marked. */
    @Needs("hotline.manage")
    @GetMapping(path = "/{id}/faults.xlsx", produces = XLSX)
    void faults(Staff staff, @PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        SheetImport sheet = found(staff, id).sheet();
        begin(response, "orders-faults");
        table(locale)
                .faults(
                        sheet.heading(),
                        taker -> sheets.rejected(staff.tenant(), id).forEach(taker),
                        texts,
                        response.getOutputStream());
    }

    @Needs("hotline.manage")
    @PostMapping("/{id}/apply")
    View apply(Staff staff, @PathVariable UUID id) {
        apply.apply(staff, id);
        return one(staff, id);
    }

    @Needs("hotline.manage")
    @PostMapping("/{id}/drop")
    View drop(Staff staff, @PathVariable UUID id) {
        apply.drop(staff, id);
        return one(staff, id);
    }

    private Handed found(Staff staff, UUID id) {
        return sheets.find(staff.tenant(), id)
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

    private static WriteTable table(Locale locale) {
        return new WriteTable(OrderTable.TABLE, TableWords.in(locale));
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
