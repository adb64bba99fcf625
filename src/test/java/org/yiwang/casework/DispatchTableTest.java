package org.yiwang.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.SQUAD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Ruling;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.BundledPackages;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.worktime.Limit;

/** Who gets a case, with whom, and how long it may take, by a table of the package. */
class DispatchTableTest {
    private static final String PACK =
            "id: tried\nversion: '1.2'\nname: 试行\nsummary: 略\nowner: chengguan\nunits: [chengguan]\nneeds: [standard]\n";
    private static final String TYPE = """
            code: X0101
            name: 试行事项
            kind: event
            profile: street
            lead: chengguan
            form: {type: object, properties: {level: {type: string, title: 等级, oneOf: [{const: high, title: 高}]}}}
            """;

    private final CasePlay play = new CasePlay(12);

    @Test
    void the_first_line_that_fits_counts_and_says_where_it_stands() {
        play.aboutShop("food", 2, "2021-11-09T09:00");
        Ruling ruling = ruling();
        assertThat(ruling.lead()).isEqualTo(SQUAD);
        assertThat(ruling.assist()).containsExactly(new UnitId("shichang"));
        assertThat(ruling.source().zh()).isEqualTo("跨门营业");
        assertThat(ruling.source().version()).isEqualTo("1.3.0");
        assertThat(ruling.source().file()).isEqualTo("cases/encroachment.yaml");
        assertThat(play.file().urgency()).isEqualTo(Urgency.URGENT);
        play.aboutShop("grocery", 5, "2021-11-09T09:00");
        assertThat(ruling().assist()).isEmpty();
        assertThat(ruling().source().line()).isGreaterThan(ruling.source().line());
    }

    @Test
    void its_limits_are_those_of_the_clocks_and_the_others_stay_as_the_category_says() {
        play.aboutShop("food", 2, "2021-11-09T09:00");
        play.does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:05");
        play.does(OPERATOR, "dispatch", new ActionInput.Builder().unit(SQUAD).build(), "2021-11-09T09:40");
        assertThat(limit(ClockName.HANDLE)).isEqualTo(Limit.workingDays(7));
        assertThat(limit(ClockName.WHOLE)).isEqualTo(Limit.workingDays(10));
        assertThat(limit(ClockName.CLAIM)).isEqualTo(Limit.workingHours(2));
    }

    @Test
    void where_no_line_fits_the_category_alone_counts() {
        play.aboutShop("food", 0, "2021-11-09T09:00");
        assertThat(play.file().notes().ruling()).isNull();
        play.reported("E0501", Channel.RESIDENT, "2021-11-09T09:00");
        assertThat(play.file().notes().ruling()).isNull();
    }

    @Test
    void a_case_that_is_put_under_another_type_is_ruled_by_that_one() {
        play.aboutShop("food", 2, "2021-11-09T09:00");
        ActionInput other = new ActionInput.Builder().category("E0506").build();
        play.does(OPERATOR, "accept", other, "2021-11-09T09:05");
        assertThat(play.file().notes().ruling()).isNull();
        assertThat(requireNonNull(play.file().notes().subject()).key()).isEqualTo("S-7");
    }

    @Test
    void everything_that_is_wrong_with_a_table_is_told_with_its_line() {
        assertThat(faults("""
                dispatch:
                  - {when: answers.levle == 'high', lead: chengguan}
                  - {when: answers.level == 'hgih', lead: chengguan}
                  - {when: answers.level, lead: chengguan}
                  - {when: repeats > 1, lead: chengguan}
                  - {when: channel == 'grid', lead: market, assist: [fire]}
                  - {when: channel == 'grid', profile: slow}
                  - {when: channel == 'grid', note: 就近}
                  - {lead: committee}
                  - {when: channel == 'desk', lead: chengguan}
                """))
                .containsExactly(
                        "8 rule.unknown-name",
                        "9 rule.unknown-choice",
                        "10 rule.not-valid",
                        "11 rule.unknown-name",
                        "12 scenario.unit-not-declared",
                        "12 scenario.unit-not-declared",
                        "13 case.no-profile",
                        "14 case.dispatch-empty",
                        "16 case.dispatch-unreachable");
    }

    @Test
    void everything_that_is_wrong_with_subject_and_steps_is_told_too() {
        assertThat(faults("""
                subject: level
                repeats: {within: {amount: 2, unit: weeks}}
                steps:
                  - {id: first, name: 一, when: steps.second.kind == 'a'}
                  - {id: second, name: 二, form: {type: object, properties: {kind: {type: string, title: 类}}}}
                  - {id: second, name: 三, when: steps.second.kind == 'a', photos: 12}
                """))
                .containsExactly(
                        "7 case.subject-field",
                        "8 scenario.not-one-of",
                        "10 rule.unknown-name",
                        "12 scenario.not-whole",
                        "12 case.step-twice");
    }

    private static List<String> faults(String more) {
        Faults faults = new Faults();
        Map<String, byte[]> files = new HashMap<>();
        files.put("pack.yaml", PACK.getBytes(UTF_8));
        files.put("cases/a.yaml", (TYPE + more).getBytes(UTF_8));
        PackageFiles standard = PackageFiles.of(BundledPackages.read().get("standard"), List.of(), new Faults());
        ReadCaseTypes.of(PackageFiles.of(files, List.of(standard), faults), faults);
        return faults.faults().stream()
                .map((Fault fault) -> fault.spot().line() + " " + fault.code())
                .toList();
    }

    private Ruling ruling() {
        return requireNonNull(play.file().notes().ruling());
    }

    private Limit limit(ClockName clock) {
        return play.file().clock(clock).orElseThrow().limit();
    }
}
