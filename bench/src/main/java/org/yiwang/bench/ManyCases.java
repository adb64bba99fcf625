package org.yiwang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;
import org.yiwang.casework.model.Grams;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;

/**
 * Cases made in bulk, straight into the tables: sentences of the demonstration with places of its map, chosen by Zipf's law, with names and numbers that occur
 * once or a few times. No events and no clocks, which a search does not read.
 */
final class ManyCases {
    static final String RARE = "鱀鲟";
    private static final Pattern SLOT = Pattern.compile("\\{[^}]*}|@\\S+|[\\[\\]|\"]");
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文华建国玉萍红鑫波斌宇浩凯健俊帆雪荣爱梅";
    private static final int ROWS_PER_RARE = 40_000;

    private final List<String> sentences = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Cell> cells;
    private final Random random = new Random(7);

    ManyCases(Territory territory) throws Exception {
        for (String file : List.of("hotline", "events", "components")) {
            for (String line : Files.readAllLines(Path.of("examples", "texts", file + ".yaml"))) {
                String text = line.strip();
                if (!text.startsWith("- ")) continue;
                String plain = SLOT.matcher(text.substring(2)).replaceAll("");
                if (plain.length() > 8) sentences.add(plain);
            }
        }
        for (Layer layer : List.of(Layer.ROAD, Layer.ESTATE, Layer.PLACE))
            for (MapFeature one : territory.of(layer)) if (one.name() != null) places.add(one.name());
        cells = territory.cells();
    }

    /** What people look for: frequent and rare words, one character, numbers, several words, and what nobody has written. */
    static Map<String, List<String>> queries(String road, String estate) {
        return Map.of(
                "frequent word", List.of("居民", "垃圾", "小区", "停车"),
                "one frequent character", List.of("路", "车", "人"),
                "long phrase", List.of("非机动车乱停放", "占用人行道", "楼道堆物", "垃圾清运不及时"),
                "two words", List.of(road + " 垃圾", estate + " 漏水", "垃圾 " + road, "车库 照明"),
                "rare words", List.of(RARE, RARE + " 小区", RARE.substring(0, 1)),
                "name", List.of("褚玉萍", "尉迟俊凯", "奚桂英", "戚建国"),
                "number", List.of("dq20180109-h-0003", "0109-H-00", "20180108"),
                "nothing", List.of("量子纠缠", "zzz", "麒麟阁 垃圾"));
    }

    void load(Connection connection, int tenant, int from, int to) throws Exception {
        BaseConnection copy = connection.unwrap(BaseConnection.class);
        for (int begin = from; begin < to; begin += 50_000) {
            int end = Math.min(to, begin + 50_000);
            StringBuilder words = new StringBuilder();
            try (PGCopyOutputStream out = new PGCopyOutputStream(copy, """
                    copy casework.cases (tenant, id, number, channel, category, title, description, urgency, lon, lat, address, cell, committee, area,
                        reported_at, lead, desk, assistants, reporters, notes, suspended, supervision, seq, stage, open, last_action, last_actor,
                        clock_paused, updated_at, closed_at, head) from stdin""")) {
                for (int i = begin; i < end; i++) out.write(row(tenant, i, words).getBytes(UTF_8));
            }
            try (PGCopyOutputStream out = new PGCopyOutputStream(copy,
                    "copy casework.case_words (tenant, case_id, reported_at, matter, said, grams) from stdin")) {
                out.write(words.toString().getBytes(UTF_8));
            }
        }
    }

    private String row(int tenant, int i, StringBuilder words) {
        UUID id = new UUID(0x5EA4_0000_0000_7000L, 0x8000_0000_0000_0000L | i);
        long day = i / 700;
        String date = java.time.LocalDate.of(2018, 1, 1).plusDays(day).toString();
        String number = "DQ%s-H-%04d".formatted(date.replace("-", ""), i % 700);
        String at = "%s %02d:%02d:%02d+08".formatted(date, i % 700 / 30, i % 60, i / 60 % 60);
        Cell cell = cells.get(zipf(cells.size()));
        String address = zipf(places) + (1 + random.nextInt(900)) + "号";
        String title = zipf(sentences).split("[，。]", 2)[0];
        String description = "居民" + name() + "反映：" + zipf(sentences) + "，" + zipf(sentences) + "，位置在" + address + "。"
                + (i % ROWS_PER_RARE == 17 ? "疑似" + RARE + "标本。" : "");
        String said = zipf(sentences) + "；已由" + name() + "到场处置。" + zipf(sentences);
        boolean open = i % 200 == 3;
        String lead = cell.committee();
        String matter = String.join("\\n", number.toLowerCase(java.util.Locale.ROOT), plain(address), plain(title), plain(description));
        Set<String> pieces = new TreeSet<>(Grams.of(address));
        pieces.addAll(Grams.of(title));
        pieces.addAll(Grams.of(description));
        pieces.addAll(Grams.of(said));
        for (int at3 = 0; at3 < number.length(); at3++)
            pieces.add(number.substring(at3, Math.min(number.length(), at3 + 3)).toLowerCase(java.util.Locale.ROOT));
        pieces.addAll(Set.of("=" + tenant, "=" + tenant + "/" + cell.area(), "=" + tenant + "/" + cell.committee()));
        words.append(String.join("\t", "" + tenant, id.toString(), at, matter, "\\n" + plain(said), Grams.vector(pieces)))
                .append('\n');
        return String.join(
                        "\t", "" + tenant, id.toString(), number, "hotline", "H0101", title, description, "normal", "121.54", "31.27", address,
                        cell.code(), cell.committee(), cell.area(), at, lead, "{" + lead + "}", "[]", "0",
                        "{\"supervision\":0,\"supervisionAcknowledged\":true,\"reworks\":0,\"returns\":0,\"reopens\":0,\"arbitrated\":false,\"children\":[],\"evidence\":[],\"contacts\":[],\"visits\":[],\"steps\":[]}",
                        "f", "0", "7", open ? "handling" : "closed", open ? "t" : "f", "close", "bench", "f", at, open ? "\\N" : at, "\\\\x00")
                + "\n";
    }

    private static String plain(String text) {
        return Grams.plain(text).text();
    }

    private String name() {
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private String zipf(List<String> all) {
        return all.get(zipf(all.size()));
    }

    /** The n-th is chosen about 1/n as often as the first. */
    private int zipf(int size) {
        return (int) (Math.pow(size + 1, random.nextDouble()) - 1) % size;
    }
}
