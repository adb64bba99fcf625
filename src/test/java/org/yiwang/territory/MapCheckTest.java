package org.yiwang.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class MapCheckTest {
    private final MapErrors errors = new MapErrors();

    @Test
    void a_map_in_gcj02_is_recognised_by_its_common_shift() {
        check(moved(Datum.GCJ02::fromWgs84));
        assertThat(codes()).containsExactly("* territory.probably-gcj02");
    }

    @Test
    void a_map_in_bd09_is_recognised_by_its_common_shift() {
        check(moved(Datum.BD09::fromWgs84));
        assertThat(codes()).containsExactly("* territory.probably-bd09");
    }

    @Test
    void a_map_converted_although_it_was_in_wgs84_is_recognised_too() {
        check(moved(Datum.GCJ02::toWgs84));
        assertThat(codes()).containsExactly("* territory.probably-wgs84");
    }

    @Test
    void a_cell_drawn_too_large_overlaps_its_neighbours_by_so_many_square_metres() {
        List<MapFeature> map = with(0, cell -> with(cell, cell.geometry().buffer(0.0001)));
        MapCheck check = check(map);
        assertThat(check.overlaps()).isNotEmpty().allSatisfy(patch -> {
            assertThat(patch.of()).contains(cells().getFirst().code());
            assertThat(patch.squareMetres()).isBetween(2L, 5000L);
        });
        assertThat(codes()).allMatch(code -> code.endsWith("territory.overlap"));
    }

    @Test
    void a_missing_cell_is_a_gap_but_no_fault() {
        MapFeature lost = cells().get(10);
        List<MapFeature> map = new ArrayList<>(Daqiao.features());
        map.remove(lost);
        MapCheck check = check(map);
        assertThat(codes()).isEmpty();
        assertThat(check.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.of()).containsExactly(lost.committee());
            assertThat((double) gap.squareMetres())
                    .isCloseTo(Earth.squareMetres(lost.geometry()), org.assertj.core.data.Offset.offset(2.0));
            assertThat(lost.geometry().covers(GeoJson.point(gap.at()))).isTrue();
        });
    }

    @Test
    void a_cell_with_another_committee_s_code_is_named() {
        check(with(
                0,
                cell -> new MapFeature(
                        cell.layer(), cell.code(), cell.name(), null, null, "c21", null, null, cell.geometry())));
        assertThat(codes()).containsExactly(cells().getFirst().code() + " territory.foreign-code");
    }

    @Test
    void a_cell_that_lies_in_another_committee_reaches_beyond_its_own() {
        check(with(
                0,
                cell -> new MapFeature(
                        cell.layer(), "31011001802199", cell.name(), null, null, "c21", null, null, cell.geometry())));
        assertThat(codes()).containsExactly("c21 territory.beyond-committee");
    }

    @Test
    void an_unknown_committee_and_a_foreign_code_are_named() {
        check(with(
                0,
                cell -> new MapFeature(
                        cell.layer(), "32011001800101", cell.name(), null, null, "c99", null, null, cell.geometry())));
        assertThat(codes())
                .containsExactly("32011001800101 territory.wrong-code", "32011001800101 territory.unknown-committee");
    }

    private MapCheck check(List<MapFeature> map) {
        return new MapCheck(Daqiao.TENANT, map, errors);
    }

    private List<String> codes() {
        return errors.faults().stream()
                .map(fault -> fault.feature() + " " + fault.refusal().code())
                .toList();
    }

    private static List<MapFeature> cells() {
        return Daqiao.features().stream()
                .filter(feature -> feature.layer() == Layer.CELL)
                .toList();
    }

    private static List<MapFeature> with(int number, UnaryOperator<MapFeature> change) {
        List<MapFeature> map = new ArrayList<>(Daqiao.features());
        int at = map.indexOf(cells().get(number));
        map.set(at, change.apply(map.get(at)));
        return map;
    }

    private static MapFeature with(MapFeature cell, Geometry geometry) {
        return new MapFeature(
                cell.layer(), cell.code(), cell.name(), null, null, cell.committee(), cell.area(), null, geometry);
    }

    private static List<MapFeature> moved(UnaryOperator<LonLat> shift) {
        return Daqiao.features().stream()
                .map(feature -> feature.layer() == Layer.CELL ? with(feature, moved(feature, shift)) : feature)
                .toList();
    }

    private static Geometry moved(MapFeature cell, UnaryOperator<LonLat> shift) {
        Geometry copy = cell.geometry().copy();
        for (Coordinate corner : copy.getCoordinates()) {
            LonLat there = shift.apply(new LonLat(corner.x, corner.y));
            corner.setX(there.lon());
            corner.setY(there.lat());
        }
        copy.geometryChanged();
        return copy;
    }
}
