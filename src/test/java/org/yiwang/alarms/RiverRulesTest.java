package org.yiwang.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.model.DeviceRules;
import org.yiwang.alarms.model.TryVector;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** Conditions that speak of what a register says: the same water is in order in one section of a river and not in another. */
class RiverRulesTest {
    private static final String RULES = "rules/water-station.yaml";

    private static DeviceRules read(Map<String, byte[]> files, Faults faults) {
        List<PackageFiles> others = List.of(PackageFiles.of(LiftPackage.folder("standard"), List.of(), new Faults()));
        return ReadDeviceRules.all(PackageFiles.of(files, others, new Faults()), 1, faults)
                .getFirst();
    }

    @Test
    void the_limits_of_a_section_are_those_of_its_target() {
        Faults faults = new Faults();
        DeviceRules stations = read(LiftPackage.folder("river"), faults);
        assertThat(faults.faults()).isEmpty();
        assertThat(stations.vectors()).hasSizeGreaterThan(3);
        stations.vectors().forEach(vector -> assertThat(TryVector.outcome(stations.rules(), vector))
                .as(vector.name())
                .isEqualTo(vector.expected()));
    }

    @Test
    void the_log_is_told_of_nothing_but_what_conditions_speak_of() {
        assertThat(read(LiftPackage.folder("river"), new Faults()).rules().fields())
                .containsExactly(Map.entry("section.target", Type.oneOf(List.of("II", "III", "IV", "V"))));
    }

    @Test
    void a_name_that_no_register_has_a_choice_that_is_none_and_a_personal_field_are_told() {
        assertThat(faults("device.section.class == 'III'")).containsExactly("rule.unknown-name");
        assertThat(faults("device.section.target == 'VI'")).containsExactly("rule.unknown-choice");
        assertThat(faults("device.section.phone == '1'")).containsExactly("rule.unknown-name");
        assertThat(faults("device.section.length + device.name > 3")).containsExactly("rule.not-valid");
        assertThat(faults("device.section.length > 300 && device.name != ''")).isEmpty();
    }

    private static List<String> faults(String raise) {
        Map<String, byte[]> files = LiftPackage.folder("river");
        String rules = """
                rules:
                  one:
                    name: 一
                    severity: major
                    raise: "%s"
                """.formatted(raise);
        files.put(RULES, rules.getBytes(UTF_8));
        Faults faults = new Faults();
        read(files, faults);
        return faults.faults().stream().map(fault -> fault.code()).toList();
    }
}
