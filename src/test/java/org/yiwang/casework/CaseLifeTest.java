package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.CHIEF;
import static org.yiwang.casework.CaseWorld.COMMITTEE;
import static org.yiwang.casework.CaseWorld.GREEN;
import static org.yiwang.casework.CaseWorld.GREEN_HANDLER;
import static org.yiwang.casework.CaseWorld.INSPECTOR;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.SQUAD;
import static org.yiwang.casework.CaseWorld.SQUAD_HANDLER;
import static org.yiwang.casework.CaseWorld.SUPERVISOR;
import static org.yiwang.casework.CaseWorld.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Stage;
import org.yiwang.worktime.Limit;

/** The life of a case as readable stories; each step goes through the decision and the fold. */
class CaseLifeTest {
    private static final ActionInput NOTE = input().note("已现场查看").build();
    private static final ActionInput PHOTO =
            input().note("已清理").evidence(photo()).build();

    private static ActionInput.Builder input() {
        return new ActionInput.Builder();
    }

    private static List<Evidence> photo() {
        return List.of(new Evidence(new UUID(9, 9), EvidenceKind.OTHER, "image/jpeg", "a.jpg"));
    }

    private final CasePlay play = new CasePlay(1);

    @Test
    void a_case_goes_from_report_to_a_verified_close_in_seven_steps() {
        play.reported("E0501", Channel.RESIDENT, "2021-11-09T09:00")
                .does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:10")
                .does(OPERATOR, "dispatch", input().unit(SQUAD).build(), "2021-11-09T09:20")
                .does(SQUAD_HANDLER, "claim", ActionInput.NONE, "2021-11-09T09:40")
                .does(SQUAD_HANDLER, "feedback", PHOTO, "2021-11-09T15:00")
                .does(INSPECTOR, "pass", PHOTO, "2021-11-09T16:00")
                .does(OPERATOR, "close", input().answer("已整改，感谢您的反映。").build(), "2021-11-09T16:30");
        assertThat(play.file().stage()).isEqualTo(Stage.CLOSED);
        assertThat(play.file().reports().getFirst().answer()).isEqualTo("已整改，感谢您的反映。");
        assertThat(play.outcome(ClockName.HANDLE)).isEqualTo(Clock.Outcome.MET);
        assertThat(play.outcome(ClockName.WHOLE)).isEqualTo(Clock.Outcome.MET);
    }

    @Test
    void who_handled_a_case_cannot_verify_it_nor_can_a_colleague_of_the_same_unit() {
        handled();
        assertThat(play.refusal(SQUAD_HANDLER, "pass", PHOTO, "2021-11-09T16:00"))
                .isEqualTo("case.not-yours");
        Actor committeeHandler = INSPECTOR;
        play.reported("E0508", Channel.RESIDENT, "2021-11-09T09:00")
                .does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:10")
                .does(OPERATOR, "dispatch", input().unit(COMMITTEE).build(), "2021-11-09T09:20");
        assertThat(play.refusal(committeeHandler, "claim", ActionInput.NONE, "2021-11-09T09:30"))
                .isEqualTo("case.not-yours");
    }

    @Test
    void a_failed_verification_is_counted_as_rework_and_starts_a_shorter_clock() {
        handled().does(INSPECTOR, "fail", NOTE, "2021-11-09T16:00");
        assertThat(play.file().stage()).isEqualTo(Stage.HANDLING);
        assertThat(play.file().notes().reworks()).isEqualTo(1);
        Clock second = play.file().openClock(ClockName.HANDLE).orElseThrow();
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.limit()).isEqualTo(Limit.workingDays(1));
    }

    @Test
    void feedback_without_the_photo_that_the_category_asks_for_is_refused() {
        claimed();
        assertThat(play.refusal(SQUAD_HANDLER, "feedback", NOTE, "2021-11-09T15:00"))
                .isEqualTo("case.photos-missing");
    }

    @Test
    void a_return_pauses_the_clock_and_after_two_grants_only_the_duty_chief_decides() {
        claimed();
        for (int i = 0; i < 2; i++) {
            play.does(
                            SQUAD_HANDLER,
                            "ask-return",
                            input().reason("not-our-duty").note("三定方案第七条").build(),
                            "2021-11-09T10:00")
                    .does(OPERATOR, "grant-return", ActionInput.NONE, "2021-11-09T10:30")
                    .does(OPERATOR, "dispatch", input().unit(SQUAD).build(), "2021-11-09T10:40")
                    .does(SQUAD_HANDLER, "claim", ActionInput.NONE, "2021-11-09T10:50");
        }
        play.does(
                SQUAD_HANDLER,
                "ask-return",
                input().reason("not-our-duty").note("仍不属职责").build(),
                "2021-11-09T11:00");
        assertThat(play.outcome(ClockName.HANDLE)).isEqualTo(Clock.Outcome.PAUSED);
        assertThat(play.refusal(OPERATOR, "grant-return", ActionInput.NONE, "2021-11-09T11:05"))
                .isEqualTo("case.returns-used-up");
        play.does(CHIEF, "arbitrate", input().unit(SQUAD).note("由城管中队牵头").build(), "2021-11-09T11:30")
                .does(SQUAD_HANDLER, "claim", ActionInput.NONE, "2021-11-09T11:40");
        assertThat(play.refusal(
                        SQUAD_HANDLER,
                        "ask-return",
                        input().reason("not-our-duty").note("再退").build(),
                        "2021-11-09T11:50"))
                .isEqualTo("case.arbitrated");
        assertThat(play.file().notes().returns()).isEqualTo(3);
    }

    @Test
    void a_return_after_one_working_day_comes_too_late() {
        claimed();
        assertThat(play.refusal(
                        SQUAD_HANDLER,
                        "ask-return",
                        input().reason("not-our-duty").note("迟").build(),
                        "2021-11-11T09:00"))
                .isEqualTo("case.return-too-late");
    }

    @Test
    void a_refused_return_gives_the_clock_back_the_time_that_was_spent_on_it() {
        claimed();
        Instant before = play.file().openClock(ClockName.HANDLE).orElseThrow().dueAt();
        play.does(
                        SQUAD_HANDLER,
                        "ask-return",
                        input().reason("not-our-duty").note("请复核").build(),
                        "2021-11-09T10:00")
                .does(OPERATOR, "refuse-return", NOTE, "2021-11-09T12:00");
        assertThat(play.file().openClock(ClockName.HANDLE).orElseThrow().dueAt())
                .isEqualTo(play.world().calendar.add(before, Limit.workingHours(2)));
    }

    @Test
    void the_case_cannot_pass_to_verification_while_an_assistant_is_at_work_unless_that_is_waived() {
        claimed()
                .does(
                        OPERATOR,
                        "add-assistant",
                        input().units(List.of(new ActionInput.Task(GREEN, "清运垃圾")))
                                .build(),
                        "2021-11-09T10:00");
        assertThat(play.refusal(SQUAD_HANDLER, "feedback", PHOTO, "2021-11-09T11:00"))
                .isEqualTo("case.assistants-open");
        play.does(GREEN_HANDLER, "assist-done", NOTE, "2021-11-09T11:10")
                .does(SQUAD_HANDLER, "feedback", PHOTO, "2021-11-09T11:20");
        assertThat(play.file().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void an_extension_needs_a_request_in_time_and_a_second_person_s_consent_and_is_given_once() {
        claimed();
        ActionInput ask = input().limit(Limit.workingDays(2)).reason("complex").build();
        assertThat(play.refusal(SQUAD_HANDLER, "grant-extension", ActionInput.NONE, "2021-11-09T10:00"))
                .isEqualTo("case.not-yours");
        play.does(SQUAD_HANDLER, "ask-extension", ask, "2021-11-09T10:00")
                .does(OPERATOR, "grant-extension", ActionInput.NONE, "2021-11-09T10:30");
        assertThat(play.file().openClock(ClockName.HANDLE).orElseThrow().dueAt())
                .isEqualTo(at("2021-11-12T17:30"));
        assertThat(play.refusal(SQUAD_HANDLER, "ask-extension", ask, "2021-11-09T11:00"))
                .isEqualTo("case.extended-before");
    }

    @Test
    void a_suspended_case_stands_still_and_goes_on_where_it_stopped() {
        claimed().does(OPERATOR, "suspend", input().reason("weather").note("台风").build(), "2021-11-09T10:00");
        assertThat(play.refusal(SQUAD_HANDLER, "feedback", PHOTO, "2021-11-09T10:30"))
                .isEqualTo("case.suspended");
        play.does(OPERATOR, "resume", ActionInput.NONE, "2021-11-11T10:00");
        assertThat(play.file().openClock(ClockName.HANDLE).orElseThrow().dueAt())
                .isEqualTo(at("2021-11-12T17:30"));
    }

    @Test
    void the_ladder_climbs_by_the_clock_and_an_acknowledgement_is_asked_for_at_every_rung() {
        claimed();
        play.clockRunsUntil("2021-11-10T17:30");
        assertThat(play.file().notes().supervision()).isEqualTo(1);
        play.does(SQUAD_HANDLER, "acknowledge", NOTE, "2021-11-11T09:00");
        play.clockRunsUntil("2021-11-12T17:30");
        assertThat(play.file().notes().supervision()).isEqualTo(2);
        assertThat(play.file().notes().supervisionAcknowledged()).isFalse();
        assertThat(play.refusal(SUPERVISOR, "supervise", NOTE, "2021-11-12T18:00"))
                .isEqualTo("case.supervised-already");
        play.does(SUPERVISOR, "yellow", NOTE, "2021-11-12T18:00");
        assertThat(play.file().notes().supervision()).isEqualTo(3);
    }

    @Test
    void the_last_step_can_be_taken_back_within_a_minute_by_the_same_person_and_the_clocks_stand_as_before() {
        claimed();
        List<Clock> clocks = play.file().clocks();
        play.does(
                OPERATOR, "redispatch", input().unit(GREEN).reason("wrong-unit").build(), "2021-11-09T10:00:00");
        assertThat(play.undoRefusal(SQUAD_HANDLER, "2021-11-09T10:00:30")).isEqualTo("case.not-undoable");
        play.undoes(OPERATOR, "2021-11-09T10:00:59");
        assertThat(play.file().lead()).isEqualTo(SQUAD);
        assertThat(play.file().stage()).isEqualTo(Stage.HANDLING);
        assertThat(play.file().clocks()).isEqualTo(clocks);
        assertThat(play.undoRefusal(OPERATOR, "2021-11-09T10:01:00")).isEqualTo("case.not-undoable");
    }

    @Test
    void an_undo_after_a_minute_is_refused() {
        claimed()
                .does(
                        OPERATOR,
                        "redispatch",
                        input().unit(GREEN).reason("wrong-unit").build(),
                        "2021-11-09T10:00:00");
        assertThat(play.undoRefusal(OPERATOR, "2021-11-09T10:01:01")).isEqualTo("case.not-undoable");
    }

    @Test
    void first_contact_counts_when_the_caller_was_reached_or_after_three_attempts() {
        play.reported("H0101", Channel.HOTLINE, "2021-11-09T09:00")
                .does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:10");
        ActionInput missed = input().reached(false).note("无人接听").build();
        play.does(OPERATOR, "contact", missed, "2021-11-09T10:00")
                .does(OPERATOR, "contact", missed, "2021-11-09T11:00");
        assertThat(play.outcome(ClockName.FIRST_CONTACT)).isEqualTo(Clock.Outcome.RUNNING);
        play.does(OPERATOR, "contact", missed, "2021-11-09T15:00");
        assertThat(play.outcome(ClockName.FIRST_CONTACT)).isEqualTo(Clock.Outcome.MET);
    }

    @Test
    void an_inspector_settles_a_small_thing_on_the_spot_and_somebody_else_still_verifies_it() {
        play.reported("E0102", Channel.GRID, "2021-11-09T09:00")
                .does(INSPECTOR, "self-handle", PHOTO, "2021-11-09T09:05");
        assertThat(play.file().stage()).isEqualTo(Stage.DONE);
        assertThat(play.refusal(INSPECTOR, "pass", PHOTO, "2021-11-09T09:10")).isEqualTo("case.verifier-is-handler");
        play.does(OPERATOR, "pass", ActionInput.NONE, "2021-11-09T09:30");
        assertThat(play.file().stage()).isEqualTo(Stage.VERIFIED);
    }

    @Test
    void a_merged_case_hands_over_its_reporters_with_their_own_deadlines() {
        CasePlay other = new CasePlay(2).reported("E0501", Channel.RESIDENT, "2021-11-10T09:00");
        play.reported("E0501", Channel.RESIDENT, "2021-11-09T09:00")
                .does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:10");
        other.does(OPERATOR, "merge", input().into(play.file()).build(), "2021-11-10T09:30");
        play.does(
                Actor.CLOCK,
                "take-reports",
                input().into(other.file()).note("并案").build(),
                "2021-11-10T09:30");
        assertThat(other.file().stage()).isEqualTo(Stage.MERGED);
        assertThat(play.file().reports()).hasSize(2);
        assertThat(play.file().reports().getLast().answerDueAt())
                .isEqualTo(other.file().reports().getFirst().answerDueAt());
    }

    @Test
    void every_case_offers_each_person_only_what_that_person_could_do() {
        claimed();
        assertThat(play.offers(SQUAD_HANDLER, "2021-11-09T10:00"))
                .contains("feedback", "ask-return", "ask-extension")
                .doesNotContain("close", "suspend");
        assertThat(play.offers(GREEN_HANDLER, "2021-11-09T10:00")).isEmpty();
        assertThat(play.offers(OPERATOR, "2021-11-09T10:00"))
                .contains("redispatch", "suspend", "urge")
                .doesNotContain("claim", "feedback");
    }

    private CasePlay claimed() {
        return play.reported("E0501", Channel.RESIDENT, "2021-11-09T09:00")
                .does(OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:10")
                .does(OPERATOR, "dispatch", input().unit(SQUAD).build(), "2021-11-09T09:20")
                .does(SQUAD_HANDLER, "claim", ActionInput.NONE, "2021-11-09T09:40");
    }

    private CasePlay handled() {
        return claimed().does(SQUAD_HANDLER, "feedback", PHOTO, "2021-11-09T15:00");
    }
}
