package org.yiwang.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.registry.EntryLifeTest.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.sheet.XlsxFile;

class BadSheetsTest {
    @Test
    void what_is_no_workbook_is_told_apart() throws Exception {
        unreadable("registry.no-workbook", Sheets.bytes(".xlsx", "店名,行业\n甲,餐饮\n".getBytes(UTF_8)));
        unreadable(
                "registry.no-workbook",
                Sheets.bytes(".xlsx", "<html><table><tr><td>店名</td></tr></table></html>".getBytes(UTF_8)));
        unreadable("registry.no-workbook", Sheets.bytes(".xlsx", new byte[0]));
        unreadable("registry.old-workbook", WorkbookFiles.old());
        unreadable("registry.encrypted", WorkbookFiles.encrypted(Sheets.of(List.of("店名"))));
        unreadable("registry.macros", WorkbookFiles.withMacros());
    }

    @Test
    void what_would_fill_the_machine_is_not_unpacked() throws Exception {
        unreadable("registry.zip-bomb", WorkbookFiles.bomb());
        unreadable("registry.damaged", WorkbookFiles.entities());
    }

    @Test
    void a_workbook_cut_short_is_damaged() throws Exception {
        byte[] whole = java.nio.file.Files.readAllBytes(Sheets.of(List.of("店名"), List.of("甲")));
        unreadable("registry.damaged", Sheets.bytes(".xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void a_million_empty_rows_cost_a_moment_and_are_no_rows() throws Exception {
        List<SheetRow> rows = new ArrayList<>();
        try (XlsxFile file = XlsxFile.open(WorkbookFiles.millionEmptyRows(true))) {
            XlsxFile.Rest rest = file.read(rows::add);
            assertThat(rest.empty()).isEqualTo(999_997);
        }
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2);
    }

    @Test
    void of_a_formula_its_last_value_counts_and_an_error_stays_one() {
        Path sheet = Sheets.with(made -> {
            Cell sum = made.createRow(0).createCell(0);
            sum.setCellFormula("1+2");
            made.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            Cell never = made.getRow(0).createCell(1);
            never.setCellFormula("1+2");
            made.getRow(0).createCell(2).setCellErrorValue(FormulaError.NA.getCode());
        });
        assertThat(first(sheet)).extracting(CellValue::shown).containsExactly("3", "#?", "#N/A");
    }

    @Test
    void a_code_that_the_sheet_fills_up_with_zeros_is_read_as_it_is_shown() {
        Path sheet = Sheets.with(made -> {
            Cell cell = made.createRow(0).createCell(0);
            cell.setCellValue(123);
            var style = made.getWorkbook().createCellStyle();
            style.setDataFormat(made.getWorkbook().createDataFormat().getFormat("00000"));
            cell.setCellStyle(style);
            made.getRow(0).createCell(1).setCellValue(0.1 + 0.2);
            made.getRow(0).createCell(2).setCellValue(13_800_138_000L);
        });
        assertThat(first(sheet)).extracting(CellValue::shown).containsExactly("00123", "0.3", "13800138000");
    }

    private static List<CellValue> first(Path sheet) {
        List<SheetRow> rows = new ArrayList<>();
        try (XlsxFile file = XlsxFile.open(sheet)) {
            file.read(rows::add);
        }
        return List.copyOf(rows.getFirst().cells().values());
    }

    private static void unreadable(String code, Path file) {
        refused(code, () -> {
            try (XlsxFile workbook = XlsxFile.open(file)) {
                workbook.read(row -> {});
            }
        });
    }
}
