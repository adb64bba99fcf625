package org.yiwang.registry.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yiwang.registry.PackageFiles;
import org.yiwang.registry.Sheets;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.Draft;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Site;
import org.yiwang.registry.sheet.SheetRow;
import org.yiwang.registry.sheet.XlsxFile;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.LonLat;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What leaves as a sheet comes back as it was. */
class RoundTripProperties {
    private static final Instant NOW = Instant.parse("2021-11-09T02:00:00Z");
    private static final Register SHOP = PackageFiles.shop();
    private static final LonLat POINT = new LonLat(121.5399, 31.2716);
    private static final Site SITE = Site.of(POINT, null, Daqiao.TERRITORY.cellAt(POINT));

    @Property(tries = 60)
    void entries_come_back_from_a_sheet_unchanged(@ForAll("entries") List<Entry> entries, @ForAll boolean english)
            throws IOException {
        Path sheet = Sheets.file(".xlsx");
        try (OutputStream out = Files.newOutputStream(sheet)) {
            new WriteTable(SHOP, new TableWords(english ? "en" : "zh")).export(entries::forEach, Map.of(), out);
        }
        List<Draft> back = read(sheet);
        assertThat(back).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++)
            assertThat(back.get(i).isSameAs(entries.get(i)))
                    .as("%s came back as %s", entries.get(i).data(), back.get(i).data())
                    .isTrue();
    }

    private static List<Draft> read(Path sheet) {
        List<SheetRow> rows = new ArrayList<>();
        try (XlsxFile file = XlsxFile.open(sheet)) {
            file.read(rows::add);
        }
        Heading heading = Heading.read(SHOP, rows.getFirst()).heading();
        assertThat(heading).isNotNull();
        CheckEntry check = new CheckEntry(SHOP, Daqiao.TERRITORY);
        return rows.stream()
                .skip(1)
                .map(row -> ReadRow.of(heading, row))
                .map(row -> {
                    assertThat(row.faults()).isEmpty();
                    return check.check(row.given());
                })
                .map(outcome -> {
                    assertThat(outcome.faults()).isEmpty();
                    return outcome.draft();
                })
                .toList();
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        return entry().list().ofMinSize(1).ofMaxSize(12);
    }

    private Arbitrary<Entry> entry() {
        Arbitrary<String> number =
                Arbitraries.of("0001", "00", "007/3", "-5", "=1+1", "+86", "@x", "1e5", "3-5", "'=a", "''@", "A'1");
        Arbitrary<Optional<String>> owner = text().optional();
        Arbitrary<Optional<Double>> area =
                Arbitraries.doubles().between(0, 20_000).ofScale(3).optional();
        Arbitrary<Optional<String>> opened = Arbitraries.integers()
                .between(0, 40_000)
                .map(days -> java.time.LocalDate.of(1905, 1, 1).plusDays(days).toString())
                .optional();
        return Combinators.combine(number, text(), Arbitraries.of("food", "retail", "vacant"), owner, area, opened)
                .as(RoundTripProperties::entry);
    }

    /** Signs of every plane: Latin, Chinese, GB 18030 level 3, emoji, blanks within, what looks like XML or an escape of Excel's. */
    private Arbitrary<String> text() {
        Arbitrary<String> sign = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.chars().range('一', '龥').map(String::valueOf)),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.integers().between(0x20000, 0x2A6DF).map(Character::toString)),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.integers().between(0x30000, 0x3134A).map(Character::toString)),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of(
                                "=",
                                "+",
                                "-",
                                "@",
                                "'",
                                "\"",
                                "<",
                                "&",
                                "]]>",
                                "_x0041_",
                                "_x005F_",
                                "_",
                                "\uD83D\uDE80",
                                "a",
                                "0",
                                ".",
                                ",")));
        return sign.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> String.join("", list))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Entry entry(
            String number,
            String name,
            String industry,
            Optional<String> owner,
            Optional<Double> area,
            Optional<String> opened) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("number", number).put("name", name).put("industry", industry);
        owner.ifPresent(text -> data.put("owner", text));
        area.ifPresent(value -> data.put("area", java.math.BigDecimal.valueOf(value)));
        opened.ifPresent(day -> data.put("opened", day));
        return new Entry(new UUID(0, 1), "shop", number, name, data, SITE, 1, NOW, NOW, NOW, null);
    }
}
