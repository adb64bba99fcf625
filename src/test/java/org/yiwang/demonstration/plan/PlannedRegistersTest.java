package org.yiwang.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.StandardCatalogue;
import org.yiwang.registry.PackageFiles;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Register;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;

class PlannedRegistersTest {
    private static YearPlan year;
    private static PlannedRegisters planned;

    @BeforeAll
    static void plan() throws IOException {
        year = YearFile.read(Path.of("examples", "year-2021.yaml"), StandardCatalogue.codes());
        planned = plan(year);
    }

    private static PlannedRegisters plan(YearPlan year) throws IOException {
        return PlannedRegisters.of(year, Daqiao.TERRITORY, ShopBook.read(Path.of("examples", "texts")));
    }

    @Test
    void every_estate_has_buildings_and_every_entry_fits_its_form() {
        Set<String> estates = new HashSet<>();
        planned.buildings().forEach(one -> estates.add(one.data().get("estate").asString()));
        assertThat(estates).hasSize(Daqiao.TERRITORY.of(Layer.ESTATE).size());
        fit(PackageFiles.building(), planned.buildings());
        fit(PackageFiles.shop(), planned.shops());
    }

    @Test
    void there_are_as_many_shops_as_the_file_says_with_what_is_wrong_about_some() {
        YearPlan.Registers figures = year.registers();
        assertThat(planned.shops()).hasSize(figures.shops() + figures.twins());
        assertThat(planned.shops().stream().filter(PlannedRegistersTest::isOutside))
                .hasSize(figures.displaced());
        assertThat(planned.shops())
                .extracting(shop -> shop.data().get("number").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void no_two_shops_have_a_licence_in_common_but_the_twins() {
        List<GivenEntry> own = planned.shops().subList(0, year.registers().shops());
        assertThat(own.stream()
                        .map(shop -> shop.data().path("licence").asString(""))
                        .filter(text -> !text.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_file_gives_the_same_shops() throws IOException {
        assertThat(plan(year).shops()).isEqualTo(planned.shops());
    }

    private static boolean isOutside(GivenEntry shop) {
        return Daqiao.TERRITORY.cellAt(new LonLat(shop.lon(), shop.lat())) == null;
    }

    private static void fit(Register register, List<GivenEntry> entries) {
        CheckEntry check = new CheckEntry(register, Daqiao.TERRITORY);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(check.check(entry).faults()).isEmpty());
    }
}
