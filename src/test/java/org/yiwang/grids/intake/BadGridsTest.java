package org.yiwang.grids.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.Grid;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.RefusedException;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;

/** What departments hand in, and what they are told. */
class BadGridsTest {
    private static final Ground GROUND = new Ground(Daqiao.TERRITORY);
    private static final Department POLICE = new Department(
            "police", 1, "警格", "Police beats", new UnitId("paichusuo"), List.of(new Duty("治安", null, List.of("E05"))));
    private static final String HELD = "\"holder\":\"王建国\"";

    /** Every committee as one grid. */
    private static final List<Geometry> LAND = Daqiao.TERRITORY.of(Layer.COMMITTEE).stream()
            .map(feature -> feature.geometry())
            .toList();

    @Test
    void a_sound_file_is_read_with_the_department_s_duties_where_a_grid_names_none() {
        Intake intake = check(whole(Datum.WGS84));
        assertThat(intake.faults()).isEmpty();
        assertThat(intake.gaps()).isEmpty();
        assertThat(intake.grids()).hasSize(LAND.size()).allSatisfy(grid -> {
            assertThat(grid.duties()).isEqualTo(POLICE.duties());
            assertThat(grid.holder().name()).isEqualTo("王建国");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"GCJ02", "BD09"})
    void a_file_in_another_datum_is_recognised_as_a_whole(Datum datum) {
        assertThat(codes(check(whole(datum)))).containsExactly("* territory.probably-" + datum.id());
        assertThat(HandedIn.check(GROUND, POLICE, whole(datum), datum).faults()).isEmpty();
        assertThat(codes(HandedIn.check(GROUND, POLICE, whole(Datum.WGS84), datum)))
                .containsExactly("* territory.probably-wgs84");
    }

    @Test
    void a_few_grids_in_another_datum_are_recognised_too() {
        String one = HandedIn.feature("P-1", HELD, HandedIn.geometry(moved(LAND.get(9), Datum.GCJ02)));
        assertThat(codes(check(HandedIn.file(one)))).containsExactly("* territory.probably-gcj02");
    }

    @Test
    void grids_that_overlap_within_the_department_are_named_with_the_square_metres() {
        Intake intake = check(HandedIn.file(
                HandedIn.feature("P-1", HELD, HandedIn.geometry(LAND.get(0))),
                HandedIn.feature("P-2", HELD, HandedIn.geometry(LAND.get(0)))));
        assertThat(codes(intake)).containsExactly("P-2 grids.overlap");
        assertThat(intake.overlaps()).singleElement().satisfies(patch -> assertThat(patch.of())
                .containsExactly("P-1", "P-2"));
    }

    @Test
    void what_lies_outside_the_sub_district_is_named() {
        Geometry out = moved(LAND.get(0), at -> new LonLat(at.lon() + 0.2, at.lat()));
        assertThat(codes(check(HandedIn.file(
                        HandedIn.feature("P-1", HELD, HandedIn.geometry(LAND.get(1))),
                        HandedIn.feature("P-2", HELD, HandedIn.geometry(out))))))
                .containsExactly("P-2 grids.outside");
    }

    @Test
    void ground_that_the_department_leaves_out_is_told_cell_by_cell_but_is_no_fault() {
        Intake intake = check(HandedIn.file(HandedIn.feature("P-1", HELD, HandedIn.geometry(LAND.get(0)))));
        assertThat(intake.faults()).isEmpty();
        assertThat(intake.gaps().size())
                .isBetween(GROUND.cells().size() - 60, GROUND.cells().size() - 1);
        assertThat(intake.gaps())
                .allSatisfy(gap -> assertThat(gap.squareMetres()).isPositive());
    }

    @Test
    void swapped_axes_crossings_and_shapes_without_land_are_named_each_by_its_feature() {
        Intake intake = check(HandedIn.file(
                HandedIn.feature("P-1", HELD, polygon("[31.27,121.54],[31.28,121.54],[31.28,121.55],[31.27,121.54]")),
                HandedIn.feature(
                        "P-2",
                        HELD,
                        polygon("[121.54,31.27],[121.55,31.28],[121.55,31.27],[121.54,31.28],[121.54,31.27]")),
                HandedIn.feature("P-3", HELD, "{\"type\":\"Point\",\"coordinates\":[121.54,31.27]}"),
                HandedIn.feature("P-4", HELD, polygon("[121.54,31.27],[121.55,31.28],[121.55,31.27],[121.56,31.29]")),
                HandedIn.feature("P-5", HELD, "null"),
                HandedIn.feature("P-6", HELD, polygon("[2.35,48.85],[2.36,48.85],[2.36,48.86],[2.35,48.85]"))));
        assertThat(codes(intake))
                .containsExactly(
                        "P-1 territory.swapped-axes",
                        "P-2 territory.self-crossing",
                        "P-3 territory.no-land",
                        "P-4 territory.open-ring",
                        "P-5 territory.no-geometry",
                        "P-6 territory.point-out-of-range");
    }

    @Test
    void grids_without_code_holder_or_sensible_duties_are_named_each_by_its_feature() {
        String shape = HandedIn.geometry(LAND.get(0));
        Intake intake = check(HandedIn.file(
                "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}".formatted(HELD, shape),
                HandedIn.feature("P-2", "\"name\":\"二格\"", shape),
                HandedIn.feature("P-3", HELD, shape),
                HandedIn.feature("P-3", HELD, shape),
                HandedIn.feature("P-5", HELD + ",\"duties\":\"治安: e05\"", shape),
                HandedIn.feature("P-6", HELD + ",\"duties\":[{\"categories\":[\"E05\"]}]", shape),
                HandedIn.feature("P-7", "\"holder\":\"" + "王".repeat(61) + "\"", shape)));
        assertThat(codes(intake))
                .containsExactly(
                        "#1 territory.no-code",
                        "P-2 grids.no-holder",
                        "P-3 territory.duplicate-code",
                        "P-5 grids.no-category",
                        "P-6 grids.nameless-duty",
                        "P-7 grids.too-long");
    }

    @Test
    void duties_may_be_a_list_or_one_text_of_a_flat_table() {
        String shape = HandedIn.geometry(LAND.get(0));
        String flat = "\"duties\":\"跨门营业：E0501、E0502；夜间巡查\"";
        String list = "\"duties\":[{\"name\":\"跨门营业\",\"categories\":[\"E0501\",\"E0502\"]},\"夜间巡查\"]";
        List<Duty> wanted =
                List.of(new Duty("跨门营业", null, List.of("E0501", "E0502")), new Duty("夜间巡查", null, List.of()));
        for (String duties : List.of(flat, list))
            assertThat(check(HandedIn.file(HandedIn.feature("P-1", HELD + "," + duties, shape)))
                            .grids())
                    .singleElement()
                    .extracting(Grid::duties)
                    .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"type\":\"FeatureCollection\"}",
                "{\"features\":[]}",
                "{\"features\":{}}",
                "<kml/>",
                "{\"features\":[[[[[[[["
            })
    void what_is_no_collection_of_grids_is_refused_as_a_whole_with_a_remedy(String file) throws IOException {
        RefusalTexts texts = new RefusalTexts();
        assertThatThrownBy(() -> check(file.getBytes(UTF_8)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                                texts.words(refused.refusal(), Locale.ENGLISH).remedy())
                        .isNotBlank());
    }

    @Test
    void every_fault_comes_with_its_remedy_in_both_languages() throws IOException {
        RefusalTexts texts = new RefusalTexts();
        Intake intake = check(whole(Datum.GCJ02));
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH))
            assertThat(texts.words(intake.faults().getFirst().refusal(), locale).remedy())
                    .contains("WGS-84");
    }

    private static Intake check(byte[] file) {
        return HandedIn.check(GROUND, POLICE, file, Datum.WGS84);
    }

    private static byte[] whole(Datum datum) {
        List<String> features = new ArrayList<>();
        for (Geometry land : LAND)
            features.add(HandedIn.feature("P-" + features.size(), HELD, HandedIn.geometry(moved(land, datum))));
        return HandedIn.file(features.toArray(String[]::new));
    }

    private static Geometry moved(Geometry shape, Datum datum) {
        return moved(shape, datum::fromWgs84);
    }

    private static Geometry moved(Geometry shape, UnaryOperator<LonLat> way) {
        return new GeometryEditor().edit(shape, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] ring, Geometry any) {
                Coordinate[] moved = new Coordinate[ring.length];
                for (int i = 0; i < ring.length; i++) {
                    LonLat there = way.apply(new LonLat(ring[i].x, ring[i].y));
                    moved[i] = new Coordinate(there.lon(), there.lat());
                }
                return moved;
            }
        });
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}".formatted(ring);
    }

    private static List<String> codes(Intake intake) {
        return intake.faults().stream()
                .map(fault -> fault.feature() + " " + fault.refusal().code())
                .toList();
    }
}
