package org.yiwang.territory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DatumTest {
    private static final Offset<Double> SIX_DECIMALS = Offset.offset(1e-6);
    private static final double MILLIMETRE = 0.001;

    /** Reference points of the eviltransform project (github.com/googollee/eviltransform), also used by its many translations. */
    private static final double[][] WGS_AND_GCJ = {
        {121.5272106, 31.1774276, 121.531541859215, 31.17530398364597},
        {113.912316, 22.543847, 113.9171764808363, 22.540796131694766},
        {116.377817, 39.911954, 116.38404722455657, 39.91334545536069}
    };

    /** Reference points of the coordtransform project (github.com/wandergis/coordtransform). */
    private static final LonLat BEIJING = new LonLat(116.404, 39.915);

    @Test
    void published_points_come_out_in_gcj02_to_six_decimals() {
        for (double[] row : WGS_AND_GCJ) {
            assertClose(Datum.GCJ02.fromWgs84(new LonLat(row[0], row[1])), row[2], row[3], SIX_DECIMALS);
            assertClose(Datum.GCJ02.toWgs84(new LonLat(row[2], row[3])), row[0], row[1], SIX_DECIMALS);
        }
    }

    @Test
    void the_published_point_comes_out_in_bd09() {
        LonLat wgs = Datum.GCJ02.toWgs84(BEIJING);
        assertClose(Datum.BD09.fromWgs84(wgs), 116.41036949371029, 39.92133699351021, Offset.offset(1e-9));
        assertClose(Datum.BD09.fromWgs84(BEIJING), 116.41662724378733, 39.922699552216216, SIX_DECIMALS);
    }

    @Test
    void the_published_inverse_of_bd09_is_met_within_its_own_error() {
        LonLat gcj = Datum.GCJ02.fromWgs84(Datum.BD09.toWgs84(BEIJING));
        assertThat(gcj.metresTo(new LonLat(116.39762729119315, 39.90865673957631)))
                .isLessThan(0.1);
    }

    @Property
    void there_and_back_is_the_same_point_to_a_millimetre(
            @ForAll @DoubleRange(min = 73.1, max = 134.9) double lon,
            @ForAll @DoubleRange(min = 3.1, max = 53.9) double lat) {
        LonLat point = new LonLat(lon, lat);
        for (Datum datum : Datum.values()) {
            assertThat(datum.toWgs84(datum.fromWgs84(point)).metresTo(point)).isLessThan(MILLIMETRE);
            assertThat(datum.fromWgs84(datum.toWgs84(point)).metresTo(point)).isLessThan(MILLIMETRE);
        }
    }

    @Test
    void outside_china_nothing_is_shifted() {
        LonLat tokyo = new LonLat(139.767125, 35.681236);
        assertThat(Datum.GCJ02.fromWgs84(tokyo)).isEqualTo(tokyo);
        assertThat(Datum.BD09.toWgs84(tokyo)).isEqualTo(tokyo);
    }

    @Test
    void in_daqiao_gcj02_lies_about_half_a_kilometre_off() {
        LonLat here = new LonLat(121.543, 31.273);
        assertThat(Datum.GCJ02.fromWgs84(here).metresTo(here)).isBetween(400.0, 600.0);
    }

    private static void assertClose(LonLat found, double lon, double lat, Offset<Double> offset) {
        assertThat(found.lon()).isCloseTo(lon, offset);
        assertThat(found.lat()).isCloseTo(lat, offset);
    }
}
