package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Answers;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Effect;
import org.yiwang.casework.store.CaseJson;

/** Answers are part of the case's facts: its first event keeps them, and whatever happens afterwards leaves them alone. */
class CaseAnswersTest {
    private static final List<Answer> GIVEN =
            List.of(new Answer("operator", List.of("blue")), new Answer("blocks", List.of("tactile", "entrance")));

    private final CasePlay play = new CasePlay(20211109);
    private final CaseJson json = new CaseJson();

    @Test
    void a_case_is_folded_with_the_answers_of_its_first_event() {
        play.reported("E0506", Channel.RESIDENT, "2021-11-09T09:00", GIVEN)
                .does(CaseWorld.OPERATOR, "accept", ActionInput.NONE, "2021-11-09T09:05");
        assertThat(play.file().notes().answers()).isEqualTo(new Answers("E0506", GIVEN, null));
    }

    @Test
    void a_case_without_answers_has_none() {
        play.reported("E0506", Channel.RESIDENT, "2021-11-09T09:00");
        assertThat(play.file().notes().answers()).isNull();
    }

    @Test
    void answers_stay_with_the_category_they_were_asked_for() {
        play.reported("E0506", Channel.RESIDENT, "2021-11-09T09:00", GIVEN)
                .does(
                        CaseWorld.OPERATOR,
                        "correct",
                        new ActionInput.Builder().category("E0505").build(),
                        "2021-11-09T09:05");
        assertThat(play.file().category()).isEqualTo("E0505");
        assertThat(play.file().notes().answers()).isEqualTo(new Answers("E0506", GIVEN, null));
    }

    @Test
    void an_event_older_than_questions_is_read_and_written_again_to_the_letter() {
        String old = """
                {"fact":"opened","category":"E0501","channel":"grid","description":"货架占道","place":{"address":"长阳路",\
                "area":"area-1","cell":"31011001800701","committee":"c07","lat":31.27,"lon":121.54},"title":"跨门营业","urgency":"normal"}""";
        Effect read = json.read(old, Effect.class);
        assertThat(read).isInstanceOfSatisfying(Effect.Opened.class, opened -> assertThat(opened.answers())
                .isNull());
        assertThat(json.read(json.write(read), Object.class)).isEqualTo(json.read(old, Object.class));
        Effect today = play.reported("E0506", Channel.GRID, "2021-11-09T09:00").opened();
        assertThat(json.write(today)).doesNotContain("answers");
    }

    @Test
    void notes_older_than_questions_are_read() {
        String old = json.write(CaseNotes.NONE);
        assertThat(old).doesNotContain("\"answers\"");
        assertThat(json.read(old, CaseNotes.class)).isEqualTo(CaseNotes.NONE);
    }

    @Test
    void an_event_with_answers_reads_back_as_it_was_written() {
        Effect opened = play.reported("E0506", Channel.RESIDENT, "2021-11-09T09:00", GIVEN)
                .opened();
        assertThat(json.read(json.write(opened), Effect.class)).isEqualTo(opened);
        assertThat(json.read(json.write(play.file().notes()), CaseNotes.class))
                .isEqualTo(play.file().notes());
    }
}
