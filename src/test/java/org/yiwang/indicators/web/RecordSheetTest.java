package org.yiwang.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningProduct;
import org.yiwang.indicators.Indicators;
import org.yiwang.indicators.ListRecords.Found;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Span;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;

/** The records behind a figure as a workbook: days are days, and nothing that somebody wrote is reckoned. */
@Tag("database")
class RecordSheetTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final Span DECEMBER = new Span(LocalDate.of(2021, 12, 1), LocalDate.of(2021, 12, 31));

    private final RunningProduct product = RunningProduct.start();

    @Test
    void a_label_that_looks_like_a_formula_stays_a_text_and_a_moment_is_a_moment() throws IOException {
        Found found = new Found(
                "entry",
                new UUID(0, 1),
                "=HYPERLINK(\"http://evil.example\")",
                Instant.parse("2021-12-31T02:30:00Z"),
                "c01",
                null,
                null,
                "shop");
        MockHttpServletResponse response = new MockHttpServletResponse();
        sheet().xlsx(List.of(found), DECEMBER, response);
        assertThat(response.getHeader("Content-Disposition")).contains("-2021-12-01-2021-12-31.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            Row row = book.getSheetAt(0).getRow(1);
            Cell label = row.getCell(0);
            assertThat(label.getCellType()).isEqualTo(CellType.STRING);
            assertThat(label.getStringCellValue()).isEqualTo("'" + found.label());
            assertThat(row.getCell(1).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2021, 12, 31, 10, 30));
        }
    }

    @Test
    void the_workbook_says_what_the_table_says() throws IOException {
        HttpVisitor operator = product.signedIn("operator");
        operator.post(
                "/api/v1/cases",
                java.util.Map.of("category", "E0501", "description", "占道", "place", RunningProduct.PLACE));
        Indicator orders = indicator();
        String path = "/api/v1/indicators/standard/" + orders.name() + "/records";
        String today = LocalDate.ofInstant(product.now(), org.yiwang.worktime.WorkCalendar.ZONE)
                .toString();
        String days = "?from=" + today + "&to=" + today;
        HttpVisitor reader = product.signedIn("supervisor");
        String[] lines = reader.get(path + ".csv" + days).text().split("\r\n");
        var answer = reader.open(path + ".xlsx" + days);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.length).isGreaterThan(1);
        try (XSSFWorkbook book = new XSSFWorkbook(answer.body())) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(lines.length - 1);
            for (int i = 0; i < lines.length; i++)
                assertThat(lines[i].replace("\uFEFF", ""))
                        .startsWith(book.getSheetAt(0).getRow(i).getCell(0).getStringCellValue() + ",");
        }
    }

    private RecordSheet sheet() {
        return new RecordSheet(indicator(), product.bean(Units.class).tree(TENANT), Locale.CHINESE);
    }

    private Indicator indicator() {
        return product.bean(Indicators.class).require(TENANT, "standard", "cases");
    }
}
