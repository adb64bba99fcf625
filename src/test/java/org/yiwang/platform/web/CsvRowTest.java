package org.yiwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {
    @Test
    void plain_cells_stand_as_they_are_and_a_row_ends_as_spreadsheets_expect() {
        assertThat(CsvRow.of(List.of("DQ20211109-G-0042", "", "长阳路近宁国路"))).isEqualTo("DQ20211109-G-0042,,长阳路近宁国路\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_inside_their_cell() {
        assertThat(CsvRow.of(List.of("a,b", "say \"no\"", "two\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800001234", "-2", "@SUM(A1)", "\tx"})
    void what_a_spreadsheet_would_reckon_is_shown_as_text(String text) {
        assertThat(CsvRow.of(List.of(text))).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void a_formula_that_needs_quotes_is_made_harmless_first() {
        assertThat(CsvRow.of(List.of("=HYPERLINK(\"http://x\",\"y\")"))).startsWith("\"'=HYPERLINK(\"\"http://x");
    }
}
