package org.yiwang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.registry.EntryLifeTest.refused;
import static org.yiwang.registry.RegistryWorld.CLERK;
import static org.yiwang.registry.RegistryWorld.NOW;
import static org.yiwang.registry.RegistryWorld.OPERATOR;
import static org.yiwang.registry.RegistryWorld.TENANT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Staff;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.ImportRow;
import org.yiwang.registry.model.ImportRow.Act;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.store.ChangeStore;

@Tag("database")
class ImportTest {
    private static final List<String> HEADING = List.of("商铺编号", "店名", "行业", "面积（平方米）", "联系电话", "开业日期", "经度", "纬度");

    private final RegistryWorld world = new RegistryWorld();

    @Test
    void a_preview_changes_nothing_and_says_what_each_row_would_do() {
        apply(preview(HEADING, row("0001", "甲店", "餐饮"), row("0002", "乙店", "retail")));
        SheetImport second = preview(
                HEADING,
                row("0001", "甲店新名", "餐饮"),
                row("0002", "乙店", "零售"),
                row("0003", "丙店", "维修"),
                row("0004", "丁店", "航天"));
        assertThat(second.counts()).isEqualTo(new SheetImport.Counts(1, 1, 1, 1, 0));
        assertThat(keys()).containsExactly("0001", "0002");
        ImportRow changed = rows(second, Act.CHANGE).getFirst();
        assertThat(changed.changes()).containsExactly(new ImportRow.Difference("name", "甲店", "甲店新名"));
        ImportRow rejected = rows(second, Act.REJECT).getFirst();
        assertThat(rejected.number()).isEqualTo(5);
        assertThat(rejected.faults()).extracting(ImportRow.Fault::code).containsExactly("registry.cell-no-choice");
    }

    @Test
    void applied_as_a_whole_and_undone_as_a_whole() {
        apply(preview(HEADING, row("0001", "甲店", "餐饮")));
        SheetImport second = apply(preview(HEADING, row("0001", "甲店新名", "餐饮"), row("0002", "乙店", "零售")));
        assertThat(labels()).containsExactly("甲店新名", "乙店");
        SheetImport undone = world.use.apply.undo(OPERATOR, world.shop(), second.id(), false, NOW.plusSeconds(9));
        assertThat(undone.state()).isEqualTo(SheetImport.State.UNDONE);
        assertThat(labels()).containsExactly("甲店");
        Entry first = entry("0001");
        List<ChangeStore.Change> past = world.stores.changes.of(TENANT, world.shop(), first.id());
        assertThat(past).extracting(ChangeStore.Change::source).containsExactly("undo", "import", "import");
        assertThat(found("甲店新名")).isEmpty();
        assertThat(found("甲店")).containsExactly("0001");
        refused("registry.import-undone", () -> world.use.apply.undo(OPERATOR, world.shop(), second.id(), false, NOW));
    }

    @Test
    void what_somebody_has_changed_since_keeps_an_import_from_being_undone_unless_asked_for() {
        SheetImport sheet = apply(preview(HEADING, row("0001", "甲店", "餐饮"), row("0002", "乙店", "零售")));
        Entry first = entry("0001");
        world.transaction.executeWithoutResult(
                status -> world.stores.entries.confirm(TENANT, List.of(first.id()), Deed.byHand(OPERATOR, NOW)));
        var refused = refused(
                "registry.import-changed-since",
                () -> world.use.apply.undo(OPERATOR, world.shop(), sheet.id(), false, NOW));
        assertThat(refused.refusal().arguments()).containsExactly(1, "甲店");
        world.use.apply.undo(OPERATOR, world.shop(), sheet.id(), true, NOW);
        assertThat(labels()).containsExactly("甲店");
    }

    @Test
    void what_was_changed_between_preview_and_apply_is_not_overwritten() {
        apply(preview(HEADING, row("0001", "甲店", "餐饮")));
        SheetImport second = preview(HEADING, row("0001", "甲店新名", "餐饮"));
        Entry first = entry("0001");
        world.transaction.executeWithoutResult(
                status -> world.stores.entries.confirm(TENANT, List.of(first.id()), Deed.byHand(OPERATOR, NOW)));
        refused("registry.import-overtaken", () -> apply(second));
        assertThat(labels()).containsExactly("甲店");
        SheetImport third = preview(HEADING, row("0009", "新店", "餐饮"));
        apply(preview(HEADING, row("0009", "更快的新店", "餐饮")));
        refused("registry.import-overtaken", () -> apply(third));
    }

    @Test
    void forty_rows_with_one_key_are_all_named() {
        List<List<?>> rows = new ArrayList<>(List.of(HEADING));
        IntStream.range(0, 40).forEach(i -> rows.add(row("0007", "店" + i, "餐饮")));
        SheetImport sheet = preview(rows.toArray(List<?>[]::new));
        assertThat(sheet.counts().rejected()).isEqualTo(40);
        ImportRow.Fault fault = rows(sheet, Act.REJECT).get(17).faults().getFirst();
        assertThat(fault.code()).isEqualTo("registry.key-twice");
        assertThat(fault.arguments().get(1).split("、"))
                .hasSize(40)
                .startsWith("2", "3")
                .endsWith("41");
    }

    @Test
    void leading_zeros_telephones_and_days_come_as_they_were_meant() {
        apply(preview(
                HEADING,
                Arrays.asList("00012", "零店", "零售", "1,250.50平方米", 13800138000L, "2021年3月5日", 121.5399, 31.2716),
                Arrays.asList("00013", "壹店", "零售", 88, "021-65430000", LocalDate.of(2020, 2, 29), 121.5399, 31.2716)));
        Entry zero = entry("00012");
        assertThat(zero.data().get("area").decimalValue()).isEqualByComparingTo("1250.5");
        assertThat(zero.data().get("phone").asString()).isEqualTo("13800138000");
        assertThat(zero.data().get("opened").asString()).isEqualTo("2021-03-05");
        assertThat(entry("00013").data().get("opened").asString()).isEqualTo("2020-02-29");
    }

    @Test
    void what_may_mean_something_else_is_refused_by_cell() {
        SheetImport sheet = preview(
                HEADING,
                Arrays.asList("1", "a", "零售", "很大", null, "3/5/2021", 121.5399, 31.2716),
                Arrays.asList("2", "b", "零售", null, 1.2345678901234567E18, "2021-02-30", 121.5399, 31.2716),
                Arrays.asList("3", LocalDate.of(2021, 3, 5), "零售", null, null, null, 31.2716, 121.5399),
                Arrays.asList("4", null, null, null, null, null, 121.5399, null));
        assertThat(rows(sheet, Act.REJECT))
                .extracting(ImportTest::codes)
                .containsExactly(
                        List.of("area registry.cell-no-number", "opened registry.cell-no-date"),
                        List.of("phone registry.cell-digits-lost", "opened registry.cell-no-such-day"),
                        List.of("name registry.cell-became-date", "@lon territory.swapped-axes"),
                        List.of("name form.missing", "industry form.missing", "@lat registry.half-a-point"));
    }

    @Test
    void columns_that_are_missing_unknown_or_there_twice_are_refused_by_name() {
        assertThat(refused("registry.column-missing", () -> preview(List.of("店名", "行业"), List.of("a", "餐饮")))
                        .refusal()
                        .arguments())
                .containsExactly("商铺编号");
        assertThat(refused(
                                "registry.column-unknown",
                                () -> preview(List.of("商铺编号", "店名", "行业", "星座"), List.of("1", "a", "餐饮", "狮子")))
                        .refusal()
                        .arguments())
                .contains("星座");
        refused(
                "registry.column-twice",
                () -> preview(List.of("商铺编号", "店名", "Shop name", "行业"), List.of("1", "a", "b", "餐饮")));
        refused("registry.no-rows", () -> preview(HEADING));
    }

    @Test
    void merged_headings_and_cells_are_refused() {
        Path top = Sheets.with(sheet -> {
            Sheets.fill(sheet, List.of("商铺登记表"), HEADING, row("1", "a", "餐饮"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:H1"));
        });
        refused("registry.heading-merged", () -> preview(OPERATOR, top));
        Path cells = Sheets.with(sheet -> {
            Sheets.fill(sheet, HEADING, row("1", "a", "餐饮"), row("2", "b", "餐饮"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
        });
        refused("registry.cells-merged", () -> preview(OPERATOR, cells));
        assertThat(world.db
                        .sql("select count(*) from registry.import")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_the_sheet_has_no_column_for_stays_and_an_empty_cell_empties() {
        apply(preview(HEADING, Arrays.asList("1", "店", "零售", 50, "13812345678", "2020-1-1", 121.5399, 31.2716)));
        apply(preview(List.of("商铺编号", "店名", "行业", "面积"), Arrays.asList("1", "店", "零售", null)));
        Entry entry = entry("1");
        assertThat(entry.data().has("area")).isFalse();
        assertThat(entry.data().get("phone").asString()).isEqualTo("13812345678");
        assertThat(entry.site()).isNotNull();
    }

    @Test
    void a_telephone_that_comes_back_masked_is_unchanged_and_one_that_was_never_known_is_refused() {
        apply(preview(HEADING, Arrays.asList("1", "店", "零售", 50, "13812345678", null, 121.5399, 31.2716)));
        SheetImport again = preview(
                HEADING,
                Arrays.asList("1", "店", "零售", 50, "138****5678", null, 121.5399, 31.2716),
                Arrays.asList("2", "店二", "零售", 50, "139****5678", null, 121.5399, 31.2716));
        assertThat(again.counts()).isEqualTo(new SheetImport.Counts(0, 0, 1, 1, 0));
        assertThat(codes(rows(again, Act.REJECT).getFirst())).containsExactly("phone registry.cell-masked");
        assertThat(world.db
                        .sql("select r::text from registry.import_row r")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("138****5678"));
    }

    @Test
    void a_clerk_imports_into_the_own_committee_alone() {
        SheetImport sheet = preview(CLERK, Sheets.of(HEADING, row("1", "a", "餐饮")));
        assertThat(codes(rows(sheet, Act.REJECT).getFirst())).containsExactly(" registry.row-beyond-sight");
    }

    @Test
    void entries_that_a_sheet_has_as_they_are_count_as_confirmed_where_that_is_said() {
        apply(preview(HEADING, row("1", "a", "餐饮")));
        SheetImport again = preview(HEADING, row("1", "a", "餐饮"));
        world.use.apply.apply(OPERATOR, world.shop(), again.id(), true, NOW.plusSeconds(90));
        assertThat(entry("1").confirmedAt()).isEqualTo(NOW.plusSeconds(90));
        world.use.apply.undo(OPERATOR, world.shop(), again.id(), false, NOW.plusSeconds(99));
        assertThat(entry("1").confirmedAt()).isEqualTo(NOW);
    }

    @Test
    void more_rows_than_allowed_are_refused_and_leave_nothing_behind() {
        Path sheet = Sheets.of(HEADING, row("1", "a", "餐饮"), row("2", "b", "餐饮"), row("3", "c", "餐饮"));
        refused(
                "registry.too-many-rows",
                () -> world.use.preview.preview(OPERATOR, world.shop(), "a.xlsx", sheet, 2, NOW));
        assertThat(world.db
                        .sql("select count(*) from registry.import_row")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<?> row(String number, String name, String industry) {
        return Arrays.asList(number, name, industry, null, null, null, 121.5399, 31.2716);
    }

    private SheetImport preview(List<?>... rows) {
        return preview(OPERATOR, Sheets.of(rows));
    }

    private SheetImport preview(Staff staff, Path sheet) {
        return world.use.preview.preview(staff, world.shop(), "商铺.xlsx", sheet, NOW);
    }

    private SheetImport apply(SheetImport sheet) {
        return world.use.apply.apply(OPERATOR, world.shop(), sheet.id(), false, NOW);
    }

    private List<ImportRow> rows(SheetImport sheet, Act act) {
        return world.stores.imports.rows(TENANT, sheet.id(), Set.of(), act, 0, 100);
    }

    private static List<String> codes(ImportRow row) {
        return row.faults().stream()
                .map(fault -> fault.column() + " " + fault.code())
                .toList();
    }

    private Entry entry(String key) {
        return world.stores.entries.byKeys(TENANT, world.shop(), List.of(key)).get(key);
    }

    private List<String> keys() {
        return world.db
                .sql("select key from registry.entry order by key")
                .query(String.class)
                .list();
    }

    private List<String> labels() {
        return world.db
                .sql("select label from registry.entry order by key")
                .query(String.class)
                .list();
    }

    private List<String> found(String text) {
        var filter =
                new org.yiwang.registry.store.FindEntries.Filter(text, null, null, java.util.Map.of(), false, null);
        return world
                .stores
                .find
                .page(
                        OPERATOR,
                        world.shop(),
                        filter,
                        org.yiwang.registry.store.FindEntries.Order.KEY,
                        java.util.Optional.empty(),
                        50)
                .items()
                .stream()
                .map(Entry::key)
                .toList();
    }
}
