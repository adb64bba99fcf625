package org.yiwang.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.scenario.BundledPackages;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.worktime.Limit;

class ReadCaseTypesTest {
    private static final String PACK = """
            id: shopfront
            version: "1.0"
            name: 跨门营业
            summary: 沿街商铺超出门窗经营
            owner: chengguan
            units: [chengguan]
            needs: [standard]
            """;

    @Test
    void a_file_holds_one_case_type_with_limits_of_its_own_or_those_of_a_profile() {
        Category category = read("""
                code: S0101
                name: 占道经营
                kind: event
                profile: street
                limits: {handle: {amount: 2, unit: working-hours}}
                lead: committee
                open: true
                form: {type: object, properties: {shop: {type: string, title: 店名}}}
                """, new Faults()).types().get("S0101").category();
        assertThat(category.limits()).containsExactly(Map.entry(ClockName.HANDLE, Limit.workingHours(2)));
        assertThat(category.reply()).isEqualTo(Limit.workingDays(3));
        assertThat(category.lead().by()).isEqualTo(Category.Lead.By.COMMITTEE);
        assertThat(category.isPublic()).isTrue();
    }

    @Test
    void everything_that_is_wrong_with_a_case_type_is_named_with_its_line() {
        Faults faults = new Faults();
        read("""
                code: s-1
                name: 占道经营
                kind: matter
                profile: slow
                lead: street-crew
                limits: {handle: {amount: 0, unit: weeks}, think: {amount: 1, unit: days}}
                form:
                  type: object
                  properties:
                    photos: {type: array, items: {type: string, format: uuid}, x-widget: photo, title: 照片}
                    phone: {type: string, x-personal: true, title: 电话}
                    found: {type: string, title: 发现, oneOf: [{const: a, title: 甲, x-opens: E0501}]}
                """, faults);
        assertThat(faults.faults())
                .extracting(fault -> fault.spot().line() + " " + fault.code())
                .containsExactly(
                        "1 case.type-code",
                        "3 scenario.not-one-of",
                        "4 case.no-profile",
                        "5 scenario.unit-not-declared",
                        "6 scenario.not-whole",
                        "6 scenario.not-one-of",
                        "6 scenario.unknown-key",
                        "8 case.field-kind",
                        "8 case.field-personal",
                        "8 case.field-opens");
    }

    @Test
    void two_packages_that_claim_one_category_are_both_named() {
        Faults faults = new Faults();
        String type = "code: E0503\nname: 占道废品收购\nkind: event\nprofile: street\nlead: chengguan\n";
        new CasesSection(null, null).check(files(type), faults);
        assertThat(faults.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("case.type-claimed");
            assertThat(fault.refusal().arguments()).containsExactly("E0503", "shopfront", "standard");
        });
    }

    @Test
    void the_packages_of_the_house_have_neither_faults_nor_warnings() {
        BundledPackages.read().forEach((folder, content) -> {
            Faults faults = new Faults();
            List<PackageFiles> others = BundledPackages.read().values().stream()
                    .map(other -> PackageFiles.of(other, List.of(), new Faults()))
                    .toList();
            PackageFiles files = PackageFiles.of(content, others, faults);
            new CasesSection(null, null).check(files, faults);
            assertThat(faults.all())
                    .as(folder)
                    .extracting(Fault::spot, Fault::code)
                    .isEmpty();
        });
    }

    private static CaseType.All read(String type, Faults faults) {
        return ReadCaseTypes.of(files(type), faults);
    }

    private static PackageFiles files(String type) {
        Map<String, byte[]> files = new HashMap<>();
        files.put("pack.yaml", PACK.getBytes(UTF_8));
        files.put("cases/a.yaml", type.getBytes(UTF_8));
        PackageFiles standard = PackageFiles.of(BundledPackages.read().get("standard"), List.of(), new Faults());
        return PackageFiles.of(files, List.of(standard), new Faults());
    }
}
