package org.yiwang.hotline.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.sheet.CellValue;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.table.Columns;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;

/** The columns of the table, told as those of a register are: so its sheets are read, written and marked by the same hand. */
public final class OrderTable {
    public static final String NO = "no";
    static final String KIND = "kind";
    static final String URGENT = "urgent";
    static final String CATEGORY = "category";
    static final String RECEIVED = "receivedAt";
    static final String DUE = "dueAt";
    static final String TITLE = "title";
    static final String CONTENT = "content";
    static final String CALLER = "caller";
    static final String PHONE = "phone";
    static final String ADDRESS = "address";

    private static final String NAME = "orders";

    public static final Register TABLE = read();

    private OrderTable() {}

    private static Register read() {
        PackageFiles files = PackageFiles.of(
                Map.of(NAME + "/sheet.yaml", resource("sheet.yaml"), "texts/en.yaml", resource("sheet-en.yaml")),
                List.of(),
                new Faults());
        Node form = Objects.requireNonNull(files.documents(NAME).get("sheet"));
        Faults faults = new Faults();
        Form columns = Form.parse(form, NAME + ".fields", files.texts(), faults);
        if (!faults.isSound()) throw new IllegalStateException("hotline/sheet.yaml cannot be read");
        return new Register(
                NAME,
                new Register.Origin("hotline", 0),
                new Words("热线工单", Map.of("en", "Hotline orders")),
                List.of(NO),
                TITLE,
                PlaceKind.POINT,
                1,
                new Register.Rights(Set.of(), Set.of(), Set.of()),
                List.of(),
                columns);
    }

    /** The row with its titles as they are called here. Of two columns that would be one, the one that is called so here counts, else the first. */
    public static SheetRow renamed(SheetRow row, Map<String, String> names) {
        Set<String> taken = new HashSet<>();
        row.cells().values().forEach(cell -> taken.add(cell.shown().strip()));
        TreeMap<Integer, CellValue> cells = new TreeMap<>(row.cells());
        cells.replaceAll((at, cell) -> {
            String name = names.get(cell.shown().strip());
            return name == null || !taken.add(name) ? cell : new CellValue.Text(name);
        });
        return new SheetRow(row.number(), cells);
    }

    /** Whether a column is called so here. */
    public static boolean isColumn(String name) {
        return Columns.called(TABLE, name).isPresent();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(OrderTable.class.getResourceAsStream("/hotline/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
