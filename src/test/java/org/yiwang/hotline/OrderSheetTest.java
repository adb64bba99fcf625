package org.yiwang.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.hotline.HotlineWorld.TENANT;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.registry.Sheets;
import org.yiwang.registry.WorkbookFiles;
import tools.jackson.databind.JsonNode;

/** A day's orders from a sheet, for a place without an interface. */
@Tag("database")
class OrderSheetTest {
    private static final String SHEETS = "/api/v1/hotline/sheets";
    private static final List<String> HEADING =
            List.of("工单号", "诉求类型", "紧急程度", "受理时间", "办结时限", "标题", "诉求内容", "来电人", "联系电话", "地址", "工单来源");

    private static HotlineWorld world;

    @BeforeAll
    static void start() {
        world = new HotlineWorld();
    }

    @Test
    void nothing_happens_before_it_is_applied_and_then_each_row_is_a_case_with_its_caller_and_its_limit()
            throws Exception {
        Path sheet = Sheets.of(
                HEADING,
                row("SH-1", "投诉", "紧急", "2021-11-09 08:30", "2021-11-12 18:00"),
                row("SH-2", "ZX", null, "2021年11月9日 8时05分", null));
        JsonNode handed = upload(sheet);
        assertThat(counts(handed)).isEqualTo("2 0 0 0");
        assertThat(handed.path("leftOut").path(0).asString()).isEqualTo("工单来源");
        assertThat(orders("SH-_")).isZero();

        assertThat(applied(handed).path("state").asString()).isEqualTo("applied");
        assertThat(orders("SH-_")).isEqualTo(2);
        JsonNode subject = world.subject("SH-1");
        assertThat(subject.path("channel").asString()).isEqualTo("hotline");
        assertThat(subject.path("urgency").asString()).isEqualTo("urgent");
        assertThat(clock(subject, "whole").path("dueAt").asString()).startsWith("2021-11-12T10:00");
        assertThat(clock(world.subject("SH-2"), "whole")
                        .path("limit")
                        .path("amount")
                        .asInt())
                .isEqualTo(5);
        assertThat(world.operator
                        .get("/api/v1/hotline/cases/" + world.caseOf("SH-1") + "/orders")
                        .json()
                        .path("items")
                        .path(0)
                        .path("linked")
                        .asBoolean())
                .isFalse();
        assertThat(refused(world.operator.post(SHEETS + "/" + handed.path("id").asString() + "/apply", Map.of())))
                .isEqualTo("hotline.sheet-applied");
        assertThat(
                        world.count(
                                "select count(*)::int from hotline.sheet_row where cells like '%1381234%' or sealed like '%1381234%' or order_no like 'SH-_' and (cells is not null or sealed is not null)"))
                .as("what callers said of themselves is gone once the row is done")
                .isZero();
    }

    @Test
    void the_same_sheet_again_does_nothing_and_a_changed_row_tells_the_case_and_moves_no_limit() throws Exception {
        applied(upload(Sheets.of(HEADING, row("CH-1", "求助", null, "2021-11-09 08:30", null))));
        String due = clock(world.subject("CH-1"), "whole").path("dueAt").asString();
        assertThat(counts(upload(Sheets.of(HEADING, row("CH-1", "求助", null, "2021-11-09 08:30", null)))))
                .isEqualTo("0 0 1 0");

        JsonNode handed = upload(Sheets.of(HEADING, row("CH-1", "投诉", "紧急", "2021-11-09 08:30", "2021-11-15 18:00")));
        assertThat(counts(handed)).isEqualTo("0 1 0 0");
        assertThat(rows(handed, "change")
                        .path(0)
                        .path("changes")
                        .valueStream()
                        .map(one -> one.path("column").asString() + " "
                                + one.path("from").asString() + ">"
                                + one.path("to").asString()))
                .containsExactly("kind 求助>投诉", "urgent 一般>紧急", "dueAt >2021-11-15 18:00");
        applied(handed);
        assertThat(world.operator
                        .get("/api/v1/cases/" + world.caseOf("CH-1") + "/events")
                        .text())
                .contains("上级平台更正工单 CH-1：类型：求助 → 投诉；紧急：一般 → 紧急；办结时限：无 → 2021-11-15 18:00。");
        assertThat(clock(world.subject("CH-1"), "whole").path("dueAt").asString())
                .isEqualTo(due);
        assertThat(counts(upload(Sheets.of(HEADING, row("CH-1", "投诉", "紧急", "2021-11-09 08:30", "2021-11-15 18:00")))))
                .as("told once")
                .isEqualTo("0 0 1 0");
    }

    @Test
    void what_the_interface_has_brought_is_not_doubled_and_what_a_sheet_has_brought_gets_its_receipt_later()
            throws Exception {
        try (UpperProcess upper = UpperProcess.start()) {
            world.beginAnew();
            PullOrders pull = world.pull(world.product.bean(TransactionTemplate.class));
            upper.order("BOTH-1", Map.of());
            JsonNode handed = upload(Sheets.of(
                    HEADING,
                    row("BOTH-1", "投诉", null, "2021-11-09 09:28", null),
                    row("BOTH-2", "投诉", null, "2021-11-09 09:28", null)));
            assertThat(counts(handed)).isEqualTo("2 0 0 0");
            pull.turn(TENANT, upper.client());
            assertThat(counts(applied(handed)))
                    .as("it came over the interface between preview and apply")
                    .isEqualTo("1 0 1 0");
            assertThat(counts(upload(Sheets.of(HEADING, row("BOTH-1", "投诉", null, "2021-11-09 09:28", null)))))
                    .as("there, with other words")
                    .isEqualTo("0 1 0 0");
            upper.order("BOTH-2", Map.of());
            pull.turn(TENANT, upper.client());
            world.sendUntil(upper.client(), "BOTH-2", 1);
            assertThat(upper.acts("BOTH-2")).containsExactly("receipt");
            assertThat(orders("BOTH-_")).isEqualTo(2);
            assertThat(
                            world.count(
                                    "select count(*)::int from casework.case_report where words like '%BOTH-_' and channel = 'hotline'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void two_people_who_apply_the_same_sheet_at_once_open_each_case_once() throws Exception {
        List<?>[] rows = IntStream.range(0, 41)
                .mapToObj(n -> n == 0 ? HEADING : row("TWICE-" + n, "投诉", null, "2021-11-09 08:30", null))
                .toArray(List<?>[]::new);
        JsonNode handed = upload(Sheets.of(rows));
        String path = SHEETS + "/" + handed.path("id").asString() + "/apply";
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> work =
                    List.of(() -> world.operator.post(path, Map.of()), () -> world.chief.post(path, Map.of()));
            for (var done : both.invokeAll(work))
                assertThat(done.get().status()).isIn(200, 409);
        }
        assertThat(orders("TWICE-%")).isEqualTo(40);
        assertThat(
                        world.count(
                                "select count(*)::int from casework.case_report where words like '%TWICE-%' and channel = 'hotline'"))
                .isEqualTo(40);
        assertThat(counts(world.operator
                        .get(SHEETS + "/" + handed.path("id").asString())
                        .json()))
                .isEqualTo("40 0 0 0");
    }

    @Test
    void each_fault_is_told_at_its_row_and_column_and_comes_back_marked() throws Exception {
        JsonNode handed = upload(Sheets.of(
                HEADING,
                row("BAD-1", "投拆", null, "昨天上午", null),
                row("BAD-2", "投诉", null, "2021-11-09 08:30", "2021-11-08 18:00"),
                row("BAD-3", "投诉", null, "2031-11-09 08:30", null),
                row("BAD-4", "投诉", null, "2021-11-09 08:30", null),
                row("BAD-4", "投诉", null, "2021-11-09 08:30", null),
                row(null, "投诉", null, "2021-11-09 08:30", null),
                row("GOOD-1", "投诉", null, "2021-11-09 08:30", null)));
        assertThat(counts(handed)).isEqualTo("1 0 0 6");
        assertThat(rows(handed, "reject").valueStream().flatMap(row -> row.path("faults")
                        .valueStream()
                        .map(fault -> row.path("number").asInt() + " "
                                + fault.path("column").asString() + " "
                                + fault.path("code").asString())))
                .contains(
                        "2 kind registry.cell-no-choice",
                        "2 receivedAt registry.cell-no-moment",
                        "3 dueAt hotline.sheet-due-before",
                        "4 receivedAt hotline.sheet-not-yet",
                        "5 no registry.key-twice",
                        "6 no registry.key-twice")
                .anyMatch(fault -> fault.startsWith("7 no "));
        applied(handed);
        assertThat(orders("BAD-%")).isZero();
        assertThat(orders("GOOD-1")).isEqualTo(1);
        Path marked = Sheets.file(".xlsx");
        Files.write(
                marked, world.operator.download(SHEETS + "/" + handed.path("id").asString() + "/faults.xlsx"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(marked.toFile())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(6);
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("B2"))
                            .getString()
                            .getString())
                    .contains("没有选项“投拆”");
            assertThat(sheet.getRow(1).getCell(11).getStringCellValue()).contains("没有选项“投拆”");
        }
    }

    @Test
    void the_template_has_lists_and_notes_and_is_taken_in_as_it_is_filled() throws Exception {
        Path template = Files.write(Sheets.file(".xlsx"), world.operator.download(SHEETS + "/template.xlsx"));
        Path filled = Sheets.file(".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(template))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getDataValidations()).hasSize(2).allMatch(DataValidation::getShowErrorBox);
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("A1"))
                            .getString()
                            .getString())
                    .contains("必填");
            List<String> cells = Arrays.asList(
                    "TPL-1",
                    "建议",
                    "一般",
                    "",
                    "2021-11-09 08:30",
                    "",
                    "增设垃圾桶",
                    "建议在路口增设垃圾桶",
                    "沈女士",
                    "13812340000",
                    "长阳路");
            var row = sheet.createRow(1);
            for (int i = 0; i < cells.size(); i++)
                if (!cells.get(i).isEmpty()) row.createCell(i).setCellValue(cells.get(i));
            workbook.write(Files.newOutputStream(filled));
        }
        assertThat(counts(applied(upload(filled)))).isEqualTo("1 0 0 0");
        assertThat(world.subject("TPL-1").path("title").asString()).isEqualTo("增设垃圾桶");
    }

    @Test
    void a_csv_of_either_encoding_is_as_good() throws Exception {
        String csv = "工单编号,类型,受理时间,内容,联系电话\r\nCSV-1,投诉,2021/11/9 8:30,\"楼道堆物,\n影响通行\",138****0000\r\n";
        for (Charset charset : List.of(Charset.forName("GB18030"), UTF_8)) {
            JsonNode handed = json(world.operator.upload(SHEETS, "当日工单.csv", csv.getBytes(charset)));
            assertThat(handed.path("counts").path("rejected").asInt()).isZero();
            applied(handed);
        }
        assertThat(orders("CSV-1")).isEqualTo(1);
    }

    @Test
    void what_is_no_list_of_orders_is_refused_as_a_whole_with_a_remedy() throws Exception {
        assertThat(whole(Sheets.with(sheet -> {
                    sheet.createRow(0).createCell(0).setCellValue("十一月九日工单");
                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
                })))
                .isEqualTo("registry.heading-merged");
        assertThat(whole(Sheets.of(List.of("姓名", "金额"), List.of("沈女士", 12)))).isEqualTo("registry.column-missing");
        assertThat(whole(Sheets.of(List.of("收入", "金额"), List.of(1, 12)))).isEqualTo("registry.no-heading");
        assertThat(whole(Sheets.of(HEADING))).isEqualTo("registry.no-rows");
        assertThat(whole(WorkbookFiles.bomb())).isEqualTo("registry.zip-bomb");
        assertThat(whole(Sheets.bytes(".csv", new byte[] {'a', (byte) 0xFF, (byte) 0xFF})))
                .isEqualTo("registry.csv-encoding");
        assertThat(world.head.get(SHEETS).status()).isEqualTo(403);
    }

    private static List<Object> row(String no, String kind, String urgent, String received, String due) {
        return Arrays.asList(
                no, kind, urgent, received, due, null, "来电人反映楼道堆物，影响通行。" + no, "沈女士", "13812340000", "长阳路近宁国路", "市民热线");
    }

    private static JsonNode upload(Path sheet) throws IOException {
        return json(world.operator.upload(SHEETS, "当日工单.xlsx", Files.readAllBytes(sheet)));
    }

    private static String whole(Path sheet) throws IOException {
        Answer answer = world.operator.upload(SHEETS, "x.xlsx", Files.readAllBytes(sheet));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.json().path("remedy").asString()).isNotBlank();
        return refused(answer);
    }

    private static JsonNode applied(JsonNode handed) {
        return json(world.operator.post(SHEETS + "/" + handed.path("id").asString() + "/apply", Map.of()));
    }

    private static JsonNode rows(JsonNode handed, String act) {
        return json(world.operator.get(SHEETS + "/" + handed.path("id").asString() + "/rows?act=" + act))
                .path("items");
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    /** Inserted, changed, unchanged, rejected. */
    private static String counts(JsonNode handed) {
        JsonNode counts = handed.path("counts");
        return counts.path("inserted").asInt() + " " + counts.path("changed").asInt() + " "
                + counts.path("unchanged").asInt() + " "
                + counts.path("rejected").asInt();
    }

    private static int orders(String like) {
        return world.count("select count(*)::int from hotline.orders where no like ?", like);
    }

    private static JsonNode clock(JsonNode subject, String name) {
        return subject.path("clocks")
                .valueStream()
                .filter(clock -> clock.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String refused(Answer answer) {
        return answer.json().path("code").asString("not refused: " + answer.text());
    }
}
