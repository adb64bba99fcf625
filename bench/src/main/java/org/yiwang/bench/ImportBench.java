package org.yiwang.bench;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.sheet.SheetCell;
import org.yiwang.registry.sheet.SheetWriter;
import org.yiwang.registry.usecase.ApplyImport;
import org.yiwang.registry.usecase.PreviewImport;

/** Rows of a sheet per second, until they are previewed and until they are in force, and the memory that takes; each size into an empty register. */
final class ImportBench {
    private static final Path DATA = Path.of("bench", "target", "data").toAbsolutePath();
    private static final int WARM_UP_ROWS = 2_000;

    /** One sheet. */
    record Round(int rows, long bytes, double readSeconds, double applySeconds, double undoSeconds, double peakMb) {
        double previewed() {
            return rows / readSeconds;
        }

        double applied() {
            return rows / applySeconds;
        }
    }

    private final List<Integer> sizes;
    private final int rounds;

    ImportBench(List<Integer> sizes, int rounds) {
        this.sizes = sizes;
        this.rounds = rounds;
    }

    void run() throws Exception {
        try (Database database = Database.create(DATA);
                Product product = Product.open(database, DATA, Map.of("yiwang.scenario.begin-with", "*"))) {
            Register shop = product.get(Registers.class).require(Product.TENANT, "shop");
            round(database, product, shop, WARM_UP_ROWS);
            Map<Integer, List<Round>> measured = new TreeMap<>();
            for (int round = 0; round < rounds; round++)
                for (int rows : sizes)
                    measured.computeIfAbsent(rows, any -> new ArrayList<>()).add(round(database, product, shop, rows));
            Results.write("import", Map.of("rounds", measured));
            print(measured);
        }
    }

    private Round round(Database database, Product product, Register shop, int rows) throws Exception {
        database.run("truncate registry.entry, registry.change, registry.import, registry.import_row");
        database.run("vacuum analyze");
        Staff staff = clerk(Product.TENANT);
        Path sheet = sheet(rows);
        startCounting();
        long begin = System.nanoTime();
        SheetImport read =
                product.get(PreviewImport.class).preview(staff, shop, "bench.xlsx", sheet, rows, product.get(Clock.class).instant());
        double readSeconds = seconds(begin);
        if (read.counts().inserted() != rows) throw new IllegalStateException(read.counts().toString());
        begin = System.nanoTime();
        product.get(ApplyImport.class).apply(staff, shop, read.id(), false, product.get(Clock.class).instant());
        double applySeconds = seconds(begin);
        double peak = peakMb();
        begin = System.nanoTime();
        product.get(ApplyImport.class).undo(staff, shop, read.id(), false, product.get(Clock.class).instant());
        Round round = new Round(rows, Files.size(sheet), readSeconds, applySeconds, seconds(begin), peak);
        Files.delete(sheet);
        System.err.printf(
                Locale.ROOT,
                "  %,7d rows  preview %,7.0f rows/s  apply %,7.0f rows/s  peak %4.0f MB%n",
                rows,
                round.previewed(),
                round.applied(),
                peak);
        return round;
    }

    /** Every cell filled in, every text different: what is most to keep. */
    private static Path sheet(int rows) throws Exception {
        Path file = Files.createTempFile("bench", ".xlsx");
        try (SheetWriter sheet = new SheetWriter("商铺");
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            sheet.row(texts("商铺编号", "店名", "行业", "门牌", "面积", "经营者", "联系电话", "营业执照号", "经度", "纬度"));
            for (int i = 0; i < rows; i++) {
                List<SheetCell> cells = new ArrayList<>(texts("SP%07d".formatted(i), "大桥第" + i + "号小吃店", "餐饮", "长阳路" + i + "号"));
                cells.add(new SheetCell.Figure(20 + i % 200));
                cells.addAll(texts("经营者" + i, "138%08d".formatted(i), "92310110MA1%07d".formatted(i)));
                cells.add(new SheetCell.Figure(121.53 + i % 1000 * 0.00002));
                cells.add(new SheetCell.Figure(31.27));
                sheet.row(cells);
            }
            sheet.write(out);
        }
        return file;
    }

    private static List<SheetCell> texts(String... texts) {
        List<SheetCell> cells = new ArrayList<>();
        for (String text : texts) cells.add(new SheetCell.Text(text));
        return cells;
    }

    private static Staff clerk(Tenant tenant) {
        UnitId centre = new UnitId("centre");
        Sight sight = new Sight(true, Set.of(), Set.of(), centre);
        return new Staff(new UUID(0, 1), tenant, "bench", "bench", "bench", centre, Set.of(Role.OPERATOR), sight);
    }

    private static void startCounting() {
        System.gc();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) pool.resetPeakUsage();
    }

    /** The heap's greatest fill, what waits for the collector included: the sum of its parts' peaks. */
    private static double peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1048576.0;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(Map<Integer, List<Round>> measured) {
        System.out.println("| rows | preview rows/s | apply rows/s | undo rows/s | peak heap MB |");
        System.out.println("| --- | --- | --- | --- | --- |");
        measured.forEach((rows, all) -> System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %s |%n",
                rows,
                Spread.of(all, Round::previewed).text(0),
                Spread.of(all, Round::applied).text(0),
                Spread.of(all, round -> round.rows() / round.undoSeconds()).text(0),
                Spread.of(all, Round::peakMb).text(0)));
    }
}
