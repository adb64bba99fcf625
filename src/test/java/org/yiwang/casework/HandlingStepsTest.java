package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.SQUAD;
import static org.yiwang.casework.CaseWorld.SQUAD_HANDLER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StepTrack;
import org.yiwang.platform.Decision;

/** Steps of handling: which are asked of a case, in which order, and that nobody reports it done without them. */
class HandlingStepsTest {
    private static final Map<String, List<String>> PROMISED = ShopCase.answers("outcome", "promised", "goods", "水果");
    private static final Map<String, List<String>> ORDER =
            ShopCase.answers("number", "责改〔2021〕7号", "until", "2021-11-12", "receipt", "signed");
    private static final Map<String, List<String>> FINE =
            ShopCase.answers("number", "罚决〔2021〕3号", "kind", "fine", "amount", "500");

    private final CasePlay play = new CasePlay(11);

    @Test
    void the_first_time_a_shop_is_only_talked_to() {
        handling(0);
        assertThat(states()).containsExactly("persuade next", "order not-needed", "penalty not-needed");
        take("persuade", PROMISED, "2021-11-09T10:30");
        assertThat(states()).containsExactly("persuade taken", "order not-needed", "penalty not-needed");
        feedback("2021-11-09T11:00");
        assertThat(play.file().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void the_third_time_all_three_steps_are_asked_for_and_named_where_they_are_missing() {
        handling(2);
        assertThat(states()).containsExactly("persuade next", "order later", "penalty later");
        Decision<?> refused = play.world()
                .decide
                .act(play.file(), "feedback", done(), SQUAD_HANDLER, CaseWorld.at("2021-11-09T11:00"), 0);
        assertThat(refused).isInstanceOfSatisfying(Decision.Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo("case.steps-missing");
            assertThat(no.refusal().arguments())
                    .containsExactly("劝导、责令改正、处罚", "Word of advice, Order to put it right, Penalty");
        });
        take("persuade", PROMISED, "2021-11-09T10:30");
        take("order", ORDER, "2021-11-09T11:30");
        take("penalty", FINE, "2021-11-11T11:30");
        feedback("2021-11-11T14:00");
        assertThat(play.file().notes().steps()).hasSize(3);
        assertThat(play.file().notes().steps().getLast().answers())
                .extracting(answer -> answer.values().getFirst())
                .containsExactly("罚决〔2021〕3号", "fine", "500");
    }

    @Test
    void a_refusal_brings_the_next_step_and_so_does_a_check_that_finds_it_not_done() {
        handling(0);
        take("persuade", ShopCase.answers("outcome", "refused"), "2021-11-09T10:30");
        assertThat(states()).containsExactly("persuade taken", "order next", "penalty not-needed");
        take("order", ORDER, "2021-11-09T11:30");
        feedback("2021-11-09T14:00");
        for (int n = 0; n < 2; n++) {
            play.does(
                    CaseWorld.INSPECTOR,
                    "fail",
                    new ActionInput.Builder().note("又摆出来了").build(),
                    "2021-11-10T09:0" + n);
            if (n == 0) feedback("2021-11-10T09:00:30");
        }
        assertThat(states()).containsExactly("persuade taken", "order taken", "penalty next");
    }

    @Test
    void a_step_before_its_turn_twice_or_without_its_answers_and_photos_is_refused() {
        handling(1);
        assertThat(refusal("order", ORDER, 1)).isEqualTo("case.step-too-early");
        assertThat(refusal("penalty", FINE, 1)).isEqualTo("case.step-not-needed");
        assertThat(refusal("arrest", Map.of(), 1)).isEqualTo("case.unknown-step");
        assertThat(refusal("persuade", Map.of(), 1)).isEqualTo("form.missing");
        assertThat(refusal("persuade", ShopCase.answers("outcome", "fled"), 1)).isEqualTo("form.not-listed");
        assertThat(refusal("persuade", PROMISED, 0)).isEqualTo("case.step-photos-missing");
        take("persuade", PROMISED, "2021-11-09T10:30");
        assertThat(refusal("persuade", PROMISED, 1)).isEqualTo("case.step-taken");
    }

    @Test
    void a_step_has_a_due_time_from_the_one_before_it_in_working_time() {
        handling(1);
        assertThat(next().dueAt()).isEqualTo(CaseWorld.at("2021-11-09T11:40"));
        take("persuade", PROMISED, "2021-11-09T10:30");
        assertThat(next().dueAt()).isEqualTo(CaseWorld.at("2021-11-10T17:30"));
    }

    @Test
    void while_steps_are_left_the_next_is_offered_and_the_report_that_it_is_done_is_not() {
        handling(0);
        assertThat(play.offers(SQUAD_HANDLER, "2021-11-09T10:20"))
                .contains("take-step")
                .doesNotContain("feedback");
        take("persuade", PROMISED, "2021-11-09T10:30");
        assertThat(play.offers(SQUAD_HANDLER, "2021-11-09T10:40"))
                .contains("feedback")
                .doesNotContain("take-step");
    }

    @Test
    void a_step_is_taken_back_within_a_minute_and_is_next_again() {
        handling(0);
        take("persuade", PROMISED, "2021-11-09T10:30");
        play.undoes(SQUAD_HANDLER, "2021-11-09T10:30:30");
        assertThat(states()).containsExactly("persuade next", "order not-needed", "penalty not-needed");
        assertThat(play.file().notes().evidence()).isEmpty();
    }

    @Test
    void a_case_about_no_record_has_no_steps() {
        play.reported("E0501", Channel.RESIDENT, "2021-11-09T09:00");
        assertThat(states()).containsExactly("persuade not-needed", "order not-needed", "penalty not-needed");
    }

    private void handling(int earlier) {
        play.aboutShop("grocery", earlier, "2021-11-09T09:00");
        play.does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:05");
        play.does(OPERATOR, "dispatch", new ActionInput.Builder().unit(SQUAD).build(), "2021-11-09T09:40");
        play.does(SQUAD_HANDLER, "claim", ActionInput.NONE, "2021-11-09T10:00");
    }

    private void take(String step, Map<String, List<String>> answers, String at) {
        play.does(SQUAD_HANDLER, "take-step", step(step, answers, 1), at);
    }

    private void feedback(String at) {
        play.does(SQUAD_HANDLER, "feedback", done(), at);
    }

    private String refusal(String step, Map<String, List<String>> answers, int photos) {
        return play.refusal(SQUAD_HANDLER, "take-step", step(step, answers, photos), "2021-11-09T10:40");
    }

    private static ActionInput step(String step, Map<String, List<String>> answers, int photos) {
        List<Evidence> evidence = photos == 0 ? List.of() : List.of(photo(EvidenceKind.OTHER));
        return new ActionInput.Builder()
                .step(step)
                .answers(answers)
                .evidence(evidence)
                .build();
    }

    private static ActionInput done() {
        return new ActionInput.Builder()
                .note("已全部收回店内")
                .evidence(List.of(photo(EvidenceKind.AFTER)))
                .build();
    }

    private static Evidence photo(EvidenceKind kind) {
        return new Evidence(new UUID(9, 9), kind, "image/jpeg", "a.jpg");
    }

    private StepTrack track() {
        return StepTrack.of(ShopCase.TYPE, play.file(), play.world().reckoning);
    }

    private StepTrack.Standing next() {
        return track().next().orElseThrow();
    }

    private List<String> states() {
        return track().steps().stream()
                .map(one -> one.step().id() + " " + one.state().id())
                .toList();
    }
}
