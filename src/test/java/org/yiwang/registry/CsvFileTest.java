package org.yiwang.registry;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.registry.EntryLifeTest.refused;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.registry.sheet.SheetFile;
import org.yiwang.registry.sheet.SheetRow;

class CsvFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TABLE = "编号,内容\r\nA-1,楼道堆物𠮷\r\n";

    @Test
    void a_table_is_the_same_in_whatever_encoding_a_spreadsheet_saves_it() {
        for (byte[] bytes : List.of(
                TABLE.getBytes(UTF_8),
                ("\uFEFF" + TABLE).getBytes(UTF_8),
                TABLE.getBytes(GB18030),
                TABLE.replace(',', '\t').getBytes(UTF_16)))
            assertThat(texts(bytes)).containsExactly(List.of("编号", "内容"), List.of("A-1", "楼道堆物𠮷"));
    }

    @Test
    void quotation_marks_keep_commas_lines_and_quotation_marks_together() {
        assertThat(texts("a,b\n\"一,二\n三\",\"他说\"\"好\"\"\"\n\n4,5".getBytes(UTF_8)))
                .containsExactly(List.of("a", "b"), List.of("一,二\n三", "他说\"好\""), List.of("4", "5"));
    }

    @Test
    void a_code_that_an_export_keeps_from_becoming_a_number_loses_only_its_wrapping() {
        assertThat(texts("a;b\n=\"00123\";\"'=1+1\"".getBytes(UTF_8)).getLast()).containsExactly("00123", "=1+1");
    }

    @Test
    void an_empty_row_counts_and_is_not_handed_over() {
        List<SheetRow> rows = new ArrayList<>();
        assertThat(SheetFile.read(Sheets.bytes(".csv", "a,b\n,\n\n1,2\n".getBytes(UTF_8)), rows::add)
                        .empty())
                .isEqualTo(2);
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 4);
    }

    @Test
    void what_is_no_table_is_told_apart() {
        unreadable("registry.no-table", new byte[0]);
        unreadable("registry.no-table", "<html><table></table></html>".getBytes(UTF_8));
        unreadable("registry.no-table", new byte[] {1, 0, 2});
        unreadable("registry.csv-encoding", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF});
        unreadable("registry.csv-quote", "a,b\n1,\"2\n3,4\n".getBytes(UTF_8));
    }

    @Test
    void a_workbook_is_a_workbook_whatever_it_is_called() throws Exception {
        List<SheetRow> rows = new ArrayList<>();
        SheetFile.read(
                Sheets.bytes(".csv", java.nio.file.Files.readAllBytes(Sheets.of(List.of("店名"), List.of("甲")))),
                rows::add);
        assertThat(rows).hasSize(2);
        refused("registry.zip-bomb", () -> SheetFile.read(WorkbookFiles.bomb(), row -> {}));
    }

    private static void unreadable(String code, byte[] bytes) {
        refused(code, () -> SheetFile.read(Sheets.bytes(".csv", bytes), row -> {}));
    }

    private static List<List<String>> texts(byte[] bytes) {
        List<List<String>> texts = new ArrayList<>();
        SheetFile.read(
                Sheets.bytes(".csv", bytes),
                row -> texts.add(
                        row.cells().values().stream().map(CellValue::shown).toList()));
        return texts;
    }
}
