package org.yiwang.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class TerritoryTest {
    private static final Territory DAQIAO = Daqiao.TERRITORY;

    @Test
    void daqiao_is_one_sub_district_of_three_areas_with_seven_committees_each() {
        assertThat(DAQIAO.of(Layer.SUBDISTRICT)).extracting(MapFeature::code).containsExactly("310110018");
        assertThat(DAQIAO.of(Layer.AREA))
                .extracting(MapFeature::unit)
                .containsExactlyInAnyOrder("area-1", "area-2", "area-3");
        assertThat(DAQIAO.of(Layer.COMMITTEE).stream().collect(Collectors.groupingBy(MapFeature::area)))
                .allSatisfy((area, committees) -> assertThat(committees).hasSize(7));
    }

    @Test
    void its_map_fits_together_without_overlap_or_gap() {
        MapErrors errors = new MapErrors();
        MapCheck check = new MapCheck(Daqiao.TENANT, Daqiao.features(), errors);
        assertThat(errors.faults()).isEmpty();
        assertThat(check.gaps()).isEmpty();
    }

    @Test
    void cells_number_about_420_and_bear_the_code_of_their_committee() {
        assertThat(DAQIAO.cells()).hasSizeBetween(390, 450);
        for (Cell cell : DAQIAO.cells()) {
            String number = cell.code().substring(9, 12);
            assertThat(cell.code()).startsWith("310110018").hasSize(14);
            assertThat(cell.committee()).isEqualTo("c" + number.substring(1));
        }
    }

    @Test
    void every_point_of_the_sub_district_lies_in_the_one_cell_that_a_loop_finds_and_none_outside_it() {
        List<MapFeature> shapes = DAQIAO.of(Layer.CELL);
        PreparedGeometry whole = PreparedGeometryFactory.prepare(
                DAQIAO.of(Layer.SUBDISTRICT).getFirst().geometry());
        Envelope box = whole.getGeometry().getEnvelopeInternal();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 4000; i++) {
            double x = random.nextDouble(box.getMinX() - 0.001, box.getMaxX() + 0.001);
            double y = random.nextDouble(box.getMinY() - 0.001, box.getMaxY() + 0.001);
            LonLat point = new LonLat(x, y);
            List<String> covering = covering(shapes, point);
            Cell found = DAQIAO.cellAt(point);
            assertThat(whole.covers(GeoJson.point(point))).isEqualTo(!covering.isEmpty());
            assertThat(found == null ? List.of() : List.of(found.code())).isEqualTo(covering);
        }
    }

    @Test
    void a_corner_of_several_cells_belongs_to_the_one_with_the_lowest_code() {
        List<MapFeature> shapes = DAQIAO.of(Layer.CELL);
        for (int i = 0; i < shapes.size(); i += 20) {
            for (Coordinate corner : shapes.get(i).geometry().getCoordinates()) {
                LonLat point = new LonLat(corner.x, corner.y);
                String lowest =
                        covering(shapes, point).stream().sorted().findFirst().orElseThrow();
                assertThat(Objects.requireNonNull(DAQIAO.cellAt(point)).code()).isEqualTo(lowest);
            }
        }
    }

    @Test
    void estates_stay_whole_within_one_cell() {
        List<MapFeature> cells = DAQIAO.of(Layer.CELL);
        assertThat(DAQIAO.of(Layer.ESTATE)).hasSizeGreaterThanOrEqualTo(60).allMatch(estate -> cells.stream()
                .anyMatch(cell -> cell.geometry().covers(estate.geometry())));
    }

    @Test
    void buildings_of_an_estate_stand_inside_it() {
        List<Geometry> estates =
                DAQIAO.of(Layer.ESTATE).stream().map(MapFeature::geometry).toList();
        List<MapFeature> houses = DAQIAO.of(Layer.BUILDING).stream()
                .filter(house -> house.code().startsWith("e"))
                .toList();
        assertThat(houses).hasSizeGreaterThan(500);
        assertThat(houses).allMatch(house -> estates.stream().anyMatch(estate -> estate.covers(house.geometry())));
    }

    @Test
    void the_places_of_the_report_are_on_the_map() {
        List<String> names = DAQIAO.features().stream().map(MapFeature::label).toList();
        assertThat(names)
                .contains(
                        "东田公寓",
                        "馨运公寓",
                        "银河经典苑",
                        "五星大厦",
                        "久玖住房",
                        "银河苑小区",
                        "互联宝地得物大楼",
                        "龙泽大厦",
                        "杨家宅小区",
                        "杨家宅2号楼",
                        "眉州坊",
                        "长隆小区",
                        "新华小区",
                        "富天苑",
                        "长阳新苑",
                        "碧桂园",
                        "康博名邸",
                        "长阳创谷",
                        "互联宝地",
                        "四季广场",
                        "城市概念",
                        "杨树浦港",
                        "黄浦江");
        assertThat(names)
                .filteredOn(name -> name.startsWith("幸福村") && name.endsWith("小区"))
                .hasSize(3);
    }

    @Test
    void a_point_in_a_building_is_called_by_the_building_and_the_roads_near_it() {
        MapFeature house = DAQIAO.of(Layer.BUILDING).stream()
                .filter(building -> "杨家宅2号楼".equals(building.name()))
                .findFirst()
                .orElseThrow();
        Located located = Objects.requireNonNull(DAQIAO.locate(Territory.middle(house)));
        assertThat(located.address()).startsWith("杨家宅2号楼(").contains("路近");
        assertThat(located.cell().committee()).isEqualTo("c16");
        assertThat(located.nearest().getFirst().metres()).isZero();
        assertThat(located.nearest())
                .extracting(Near::kind)
                .contains("estate", "road")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_other_bank_of_the_river_is_outside() {
        assertThat(DAQIAO.locate(new LonLat(121.553, 31.262))).isNull();
    }

    @Test
    void places_are_found_by_a_part_of_their_name_in_either_language() {
        assertThat(FindPlaces.find(DAQIAO, "银河苑", 5)).extracting(Place::name).contains("银河苑居委会", "银河苑小区");
        assertThat(FindPlaces.find(DAQIAO, "yangjiazhai estate", 1))
                .singleElement()
                .satisfies(place -> assertThat(place.committee()).isEqualTo("c16"));
        assertThat(FindPlaces.find(DAQIAO, "  ", 5)).isEmpty();
        assertThat(FindPlaces.find(DAQIAO, "长阳", 3)).hasSize(3);
    }

    @Test
    void without_a_map_every_point_is_outside() {
        assertThat(new Territory(0, List.of()).locate(new LonLat(121.54, 31.27)))
                .isNull();
    }

    private static List<String> covering(List<MapFeature> cells, LonLat point) {
        return cells.stream()
                .filter(cell -> cell.geometry().covers(GeoJson.point(point)))
                .map(MapFeature::code)
                .toList();
    }
}
