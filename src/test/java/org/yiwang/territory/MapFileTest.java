package org.yiwang.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;

class MapFileTest {
    private static final String SQUARE =
            "[[[121.53,31.27],[121.531,31.27],[121.531,31.271],[121.53,31.271],[121.53,31.27]]]";

    private final MapErrors errors = new MapErrors();

    @Test
    void a_sound_feature_is_read_with_its_properties() {
        List<MapFeature> read = read(feature("31011001800101", "Polygon", SQUARE));
        assertThat(errors.faults()).isEmpty();
        assertThat(read).singleElement().satisfies(cell -> {
            assertThat(cell.layer()).isEqualTo(Layer.CELL);
            assertThat(cell.committee()).isEqualTo("c01");
            assertThat(cell.geometry().getNumPoints()).isEqualTo(5);
        });
    }

    @Test
    void a_self_crossing_outline_is_named_with_the_place() {
        read(feature("x", "Polygon", "[[[121.53,31.27],[121.54,31.28],[121.54,31.27],[121.53,31.28],[121.53,31.27]]]"));
        assertThat(faults()).containsExactly("x territory.self-crossing [121.535, 31.275]");
    }

    @Test
    void swapped_axes_are_told_from_a_position_out_of_range() {
        read(feature("a", "Polygon", "[[[31.27,121.53],[31.27,121.54],[31.28,121.54],[31.27,121.53]]]")
                + "," + feature("b", "Polygon", "[[[1.5,1.2],[1.6,1.2],[1.6,1.3],[1.5,1.2]]]")
                + "," + feature("c", "Polygon", "[[[999,1.2],[1.6,1.2],[1.6,1.3],[999,1.2]]]"));
        assertThat(faults())
                .containsExactly(
                        "a territory.swapped-axes [31.27, 121.53]",
                        "b territory.point-out-of-range [1.5, 1.2]",
                        "c territory.point-out-of-range [999.0, 1.2]");
    }

    @Test
    void a_code_used_twice_is_named_at_its_second_use() {
        read(feature("x", "Polygon", SQUARE) + "," + feature("x", "Polygon", SQUARE));
        assertThat(faults()).containsExactly("#2 territory.duplicate-code [x, #1]");
    }

    @Test
    void every_fault_of_a_file_is_reported_not_only_the_first() {
        read(String.join(
                ",",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}",
                feature("p", "Point", "[121.53,31.27]"),
                feature("o", "Polygon", "[[[121.53,31.27],[121.54,31.27],[121.54,31.28],[121.53,31.28]]]"),
                feature("f", "Polygon", "[[[121.53,31.27],[121.54,31.27],[121.53,31.27]]]"),
                feature("n", "Polygon", "[[[\"a\",31.27]]]"),
                feature("n2", "Polygon", "17"),
                feature("l", "Polygon", SQUARE).replace("\"cell\"", "\"street\"")));
        assertThat(faults())
                .containsExactly(
                        "#1 territory.no-code []",
                        "p territory.wrong-geometry [cell, Polygon, MultiPolygon]",
                        "o territory.open-ring [121.53, 31.27]",
                        "f territory.too-few-points [4]",
                        "n territory.no-geometry []",
                        "n2 territory.no-geometry []",
                        "l territory.unknown-layer [street]");
    }

    @Test
    void a_feature_with_too_many_points_is_refused() {
        String points = IntStream.rangeClosed(0, GeoJson.POINTS_PER_FEATURE_MAX)
                .mapToObj(i -> "[121.5,31.2]")
                .collect(Collectors.joining(","));
        read(feature("x", "Polygon", "[[" + points + "]]"));
        assertThat(faults()).containsExactly("x territory.too-many-points [20000]");
    }

    @Test
    void what_is_no_feature_collection_is_refused_as_a_whole() {
        assertRefused("{\"type\":\"Feature\"}", "territory.no-collection");
        assertRefused("[1,2", "territory.no-json");
        assertRefused("", "territory.no-collection");
        assertRefused(" ".repeat(MapFile.BYTES_MAX + 1), "territory.too-large");
    }

    @Test
    void a_file_in_gcj02_is_taken_in_when_it_is_named_so() {
        MapFile file = new MapFile(Datum.GCJ02, Layer.CELL, errors);
        file.read(collection(feature("x", "Polygon", SQUARE)));
        assertThat(file.features().getFirst().geometry().getCoordinate().x).isBetween(121.525, 121.526);
    }

    @Test
    void every_code_has_words_in_both_languages() throws Exception {
        RefusalTexts texts = new RefusalTexts();
        read(feature("x", "Polygon", "[[[31.27,121.53]]]"));
        var words = texts.words(errors.faults().getFirst().refusal(), Locale.CHINA);
        assertThat(words.sentence()).isEqualTo("经度和纬度写反了（31.27, 121.53）");
        assertThat(texts.words(errors.faults().getFirst().refusal(), Locale.ENGLISH)
                        .remedy())
                .isEqualTo("Write longitude first.");
        for (String code : List.of(
                "overlap",
                "beyond-committee",
                "probably-gcj02",
                "probably-bd09",
                "probably-wgs84",
                "too-large",
                "too-many-features",
                "too-many-points",
                "no-json",
                "no-collection",
                "unknown-layer",
                "unknown-datum",
                "no-code",
                "foreign-code",
                "wrong-code",
                "duplicate-code",
                "no-geometry",
                "wrong-geometry",
                "too-few-points",
                "open-ring",
                "self-crossing",
                "point-out-of-range",
                "unknown-committee",
                "committee-incomplete",
                "bad-folder"))
            assertThat(texts.knows("territory." + code)).as(code).isTrue();
    }

    private void assertRefused(String file, String code) {
        assertThatThrownBy(() -> new MapFile(Datum.WGS84, Layer.CELL, errors).read(file.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private List<MapFeature> read(String features) {
        MapFile file = new MapFile(Datum.WGS84, Layer.CELL, errors);
        file.read(collection(features));
        return file.features();
    }

    private List<String> faults() {
        return errors.faults().stream()
                .map(fault -> fault.feature() + " " + fault.refusal().code() + " "
                        + fault.refusal().arguments())
                .map(text -> text.replace("MultiPolygon, Polygon", "Polygon, MultiPolygon"))
                .toList();
    }

    private static byte[] collection(String features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(UTF_8);
    }

    static String feature(String code, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"layer\":\"cell\",\"code\":\"" + code
                + "\",\"name\":\"x\",\"committee\":\"c01\"},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":"
                + coordinates + "}}";
    }
}
