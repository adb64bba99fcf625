package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningProduct;

/** A new version of the program takes no category away from a sub-district: E0501 went from the standard package to that of the shop fronts. */
@Tag("database")
class HoldBackTest {
    private static final String MOVED = "cases/encroachment.yaml";

    private final List<Section> sections =
            RunningProduct.start().bean(CheckPackage.class).sections();
    private final Map<String, Map<String, byte[]>> bundled = BundledPackages.read();

    @Test
    void a_version_that_has_a_category_no_longer_stays_out_where_nobody_else_has_it_yet() {
        HoldBack holdBack =
                new HoldBack(sections, Map.of("standard", standardBefore(), "shopfront", shopfrontBefore()));
        Map<String, List<Words>> held = holdBack.of(Map.of("standard", now("standard")));
        assertThat(held).containsOnlyKeys("standard");
        assertThat(held.get("standard")).extracting(words -> words.in("zh")).containsExactly("E0501 跨门营业");
    }

    @Test
    void where_the_package_that_has_it_now_comes_too_both_come() {
        HoldBack holdBack =
                new HoldBack(sections, Map.of("standard", standardBefore(), "shopfront", shopfrontBefore()));
        assertThat(holdBack.of(Map.of("standard", now("standard"), "shopfront", now("shopfront"))))
                .isEmpty();
    }

    private PackageFiles now(String id) {
        return PackageLibrary.read(bundled.get(id), List.of());
    }

    /** As it was when 跨门营业 was among the standard categories. */
    private PackageFiles standardBefore() {
        Map<String, byte[]> content = new HashMap<>(bundled.get("standard"));
        content.put(
                MOVED,
                "code: E0501\nname: 跨门营业\nkind: event\nprofile: street\nlead: chengguan\nopen: true\n".getBytes(UTF_8));
        return PackageLibrary.read(content, List.of());
    }

    private PackageFiles shopfrontBefore() {
        Map<String, byte[]> content = new HashMap<>(bundled.get("shopfront"));
        content.remove(MOVED);
        return PackageLibrary.read(content, List.of());
    }
}
