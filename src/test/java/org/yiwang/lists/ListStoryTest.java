package org.yiwang.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.organisation.SetClock;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** Lists and meetings over HTTP, as several people use them. */
@Tag("database")
class ListStoryTest {
    private static final String LISTS = "/api/v1/lists";
    private static final String ITEMS = LISTS + "/items";

    private final RunningProduct product = RunningProduct.start();
    private final String mark = "清单" + System.nanoTime();
    private HttpVisitor supervisor;
    private HttpVisitor chief;
    private HttpVisitor head;
    private HttpVisitor committee;

    @BeforeEach
    void signIn() {
        supervisor = product.signedIn("supervisor");
        chief = product.signedIn("chief");
        head = product.signedIn("head-chengguan");
        committee = product.signedIn("committee-c01");
    }

    @Test
    void an_item_goes_from_the_supervisor_to_its_unit_and_back_and_nobody_else_sees_it() {
        JsonNode item = given(list("problem"), Map.of());
        String path = ITEMS + "/" + item.at("/item/id").asString();
        assertThat(committee.get(path).get("code")).isEqualTo("lists.no-item");
        assertThat(step(committee, path, "accept", Map.of()).get("code")).isEqualTo("lists.no-item");
        assertThat(head.get("/api/v1/notices?limit=200").text()).contains(mark);

        assertThat(step(head, path, "accept", Map.of()).status()).isEqualTo(200);
        assertThat(step(head, path, "hand-in", Map.of("note", "六户全部整改")).status())
                .isEqualTo(200);
        assertThat(step(head, path, "verify", Map.of()).get("code")).isEqualTo("lists.not-yours");
        Answer done = step(supervisor, path, "verify", Map.of());
        assertThat(done.json().at("/item/state").asString()).as(done.text()).isEqualTo("done");
        assertThat(done.json().get("events"))
                .extracting(event -> event.path("step").asString(""))
                .containsExactly("", "accept", "hand-in", "verify");
    }

    @Test
    void a_list_counts_what_the_person_sees_and_once_closed_takes_nothing_more() {
        String list = list("responsibility");
        given(list, Map.of());
        given(list, Map.of("unit", "c01"));
        assertThat(standing(supervisor, list).path("items").asInt()).isEqualTo(2);
        assertThat(standing(committee, list).path("items").asInt()).isEqualTo(1);
        assertThat(committee.get(ITEMS + "?list=" + list).json().get("items")).hasSize(1);
        assertThat(supervisor.post(LISTS + "/" + list + "/close", Map.of()).status())
                .isEqualTo(200);
        assertThat(supervisor
                        .post(LISTS + "/" + list + "/items", wanted(Map.of()))
                        .get("code"))
                .isEqualTo("lists.closed");
    }

    @Test
    void a_last_day_on_which_nobody_works_is_refused_with_the_next_that_is_worked() {
        LocalDate saturday = today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        WorkCalendar calendar = product.bean(WorkCalendar.class);
        while (calendar.kind(saturday).isWorking()) saturday = saturday.plusWeeks(1);
        Answer refused =
                supervisor.post(LISTS + "/" + list("problem") + "/items", wanted(Map.of("due", saturday.toString())));
        assertThat(refused.get("code")).isEqualTo("lists.day-off");
        LocalDate worked = LocalDate.parse(refused.get("remedy").replaceAll("[^0-9-]", ""));
        assertThat(calendar.kind(worked).isWorking()).isTrue();
        assertThat(worked).isAfter(saturday);
    }

    @Test
    void more_time_is_asked_for_until_a_day_that_is_worked_and_no_other() {
        String path =
                ITEMS + "/" + given(list("problem"), Map.of()).at("/item/id").asString();
        LocalDate saturday = today().plusDays(14).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        while (product.bean(WorkCalendar.class).kind(saturday).isWorking()) saturday = saturday.plusWeeks(1);
        Map<String, Object> asked = Map.of("note", "施工队排不开", "day", saturday.toString());
        assertThat(step(head, path, "ask-time", asked).get("code")).isEqualTo("lists.day-off");
        LocalDate worked = worked(saturday);
        Answer given = step(head, path, "ask-time", Map.of("note", "施工队排不开", "day", worked.toString()));
        assertThat(given.json().at("/item/ask").asString()).as(given.text()).isEqualTo(worked.toString());
    }

    @Test
    void all_items_of_a_list_begin_with_those_that_are_open() {
        String list = list("problem");
        String over = given(list, Map.of("due", worked(today().plusDays(1)).toString()))
                .at("/item/id")
                .asString();
        step(supervisor, ITEMS + "/" + over, "drop", Map.of("note", "重复交办"));
        for (int i = 0; i < 2; i++) given(list, Map.of());
        Answer first = supervisor.get(ITEMS + "?limit=2&list=" + list);
        assertThat(first.json().get("items").findValuesAsString("id")).doesNotContain(over);
        Answer second = supervisor.get(ITEMS + "?limit=2&list=" + list + "&cursor=" + first.get("next"));
        assertThat(second.json().get("items").findValuesAsString("id")).containsExactly(over);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        String list = list("project");
        for (int i = 0; i < 5; i++) given(list, Map.of());
        Answer first = supervisor.get(ITEMS + "?limit=3&list=" + list);
        Answer second = supervisor.get(ITEMS + "?limit=3&list=" + list + "&cursor=" + first.get("next"));
        assertThat(first.json().get("items")).hasSize(3);
        assertThat(second.json().get("items")).hasSize(2);
        assertThat(first.json().get("items").findValuesAsString("id"))
                .doesNotContainAnyElementsOf(second.json().get("items").findValuesAsString("id"));
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void what_falls_due_is_brought_to_mind_once_and_what_is_late_to_both_sides_once() {
        JsonNode item =
                given(list("problem"), Map.of("due", worked(today().plusDays(1)).toString()));
        RemindOwners remind = product.bean(RemindOwners.class);
        int before = notices(head);
        remind.remind(product.now());
        remind.remind(product.now());
        assertThat(notices(head) - before).isEqualTo(1);
        int overseers = notices(supervisor);
        remind.remind(product.now().plus(Duration.ofDays(12)));
        remind.remind(product.now().plus(Duration.ofDays(13)));
        assertThat(notices(head) - before).isEqualTo(2);
        assertThat(notices(supervisor) - overseers).isEqualTo(1);
        assertThat(item.at("/item/late").asBoolean()).isFalse();
    }

    @Test
    void
            three_cases_of_one_place_come_before_the_meeting_and_leave_it_as_one_joint_action_that_closes_each_with_its_own_answer() {
        List<String> cases = List.of(repeated(), repeated(), repeated());
        JsonNode meeting = opened();
        JsonNode matter = matter(meeting);
        assertThat(matter.path("cases")).hasSize(3);
        assertThat(matter.path("why")).extracting(JsonNode::asString).contains("repeated");

        String path = "/api/v1/meetings/" + meeting.at("/meeting/id").asString();
        Map<String, Object> joint = Map.of("way", "joint", "text", "三家一起上", "item", wanted(Map.of()));
        String ruling = path + "/matters/" + matter.path("seq").asInt() + "/ruling";
        Answer decided = supervisor.post(ruling, joint);
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(supervisor.post(ruling, joint).get("code")).isEqualTo("lists.decided");
        String item = ITEMS + "/" + matter(decided.json()).at("/ruling/item").asString();

        step(head, item, "accept", Map.of());
        step(head, item, "hand-in", Map.of("note", "三处一并清理"));
        assertThat(step(supervisor, item, "verify", Map.of()).get("code")).isEqualTo("lists.cases-open");
        cases.forEach(this::settle);
        JsonNode gathered = chief.get(item).json().path("cases");
        List<Map<String, Object>> answers = gathered.valueStream()
                .map(line -> Map.<String, Object>of(
                        "id",
                        line.path("id").asString(),
                        "version",
                        line.path("version").asInt(),
                        "answer",
                        "您反映的" + line.path("number").asString() + "已联合整治完毕"))
                .toList();
        Answer closed = chief.post(item + "/answers", Map.of("answers", answers));
        assertThat(closed.json().path("done")).as(closed.text()).hasSize(3);
        for (String one : cases) {
            JsonNode now = chief.get("/api/v1/cases/" + one).json();
            assertThat(now.path("state").asString()).isEqualTo("closed");
            assertThat(now.toString()).contains("您反映的" + now.path("number").asString() + "已联合整治完毕");
        }
        assertThat(step(supervisor, item, "verify", Map.of()).status()).isEqualTo(200);
        close(path, decided.json());
    }

    @Test
    void a_matter_put_off_comes_before_the_next_meeting_again() {
        for (int i = 0; i < 3; i++) repeated();
        JsonNode meeting = opened();
        String path = "/api/v1/meetings/" + meeting.at("/meeting/id").asString();
        int seq = matter(meeting).path("seq").asInt();
        assertThat(supervisor.post(path + "/close", Map.of()).get("code")).isEqualTo("lists.undecided");
        Answer put = supervisor.post(path + "/matters/" + seq + "/ruling", Map.of("way", "carried"));
        close(path, put.json());
        nextWeek();
        JsonNode coming = supervisor.get("/api/v1/meetings/coming").json();
        assertThat(matter(coming).path("carried").asInt()).isEqualTo(1);
    }

    private void close(String path, JsonNode meeting) {
        for (JsonNode matter : meeting.path("matters"))
            if (!matter.has("ruling"))
                supervisor.post(
                        path + "/matters/" + matter.path("seq").asInt() + "/ruling",
                        Map.of("way", "noted", "text", "已议"));
        Answer closed = supervisor.post(path + "/close", Map.of());
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }

    /** A meeting is held once a day; the clock goes on to a day without one. */
    private JsonNode opened() {
        nextWeek();
        Answer opened = supervisor.post("/api/v1/meetings", Map.of());
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json();
    }

    /** The same weekday, because other tests count on a day that is worked; sessions do not last as long. */
    private void nextWeek() {
        product.bean(SetClock.class).pass(Duration.ofDays(7));
        signIn();
    }

    private JsonNode matter(JsonNode meeting) {
        return meeting.path("matters")
                .valueStream()
                .filter(one -> one.path("title").asString().contains(mark))
                .findFirst()
                .orElseThrow();
    }

    private String repeated() {
        Map<String, Object> place = new HashMap<>(RunningProduct.PLACE);
        place.put("address", mark);
        Answer answer = chief.post(
                "/api/v1/cases",
                Map.of(
                        "category",
                        "H0401",
                        "title",
                        mark,
                        "description",
                        "又堆了垃圾",
                        "place",
                        place,
                        "channel",
                        "desk",
                        "reporter",
                        Map.of("name", "王阿姨", "phone", "13800000000")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.get("id");
    }

    private void settle(String id) {
        String path = "/api/v1/cases/" + id + "/actions/";
        chief.post(path + "accept", Map.of());
        chief.post(path + "dispatch", Map.of("unit", "chengguan"));
        head.post(path + "claim", Map.of());
        Answer done = head.post(path + "feedback", Map.of("note", "现场已清理，责任人已约谈", "photos", List.of()));
        if (done.status() != 200) throw new AssertionError(done.text());
        Answer passed = product.signedIn("operator").post(path + "pass", Map.of("note", "看过"));
        assertThat(passed.status()).as(passed.text()).isEqualTo(200);
    }

    private int notices(HttpVisitor person) {
        return (int) person.get("/api/v1/notices?limit=200")
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.path("text").asString().contains(mark))
                .count();
    }

    private JsonNode standing(HttpVisitor person, String list) {
        return person.get(LISTS)
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.at("/list/id").asString().equals(list))
                .findFirst()
                .orElseThrow();
    }

    private String list(String kind) {
        Answer opened = supervisor.post(LISTS, Map.of("kind", kind, "title", mark + System.nanoTime()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.get("id");
    }

    private JsonNode given(String list, Map<String, Object> more) {
        Answer given = supervisor.post(LISTS + "/" + list + "/items", wanted(more));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        return given.json();
    }

    private Map<String, Object> wanted(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "title",
                mark,
                "unit",
                "chengguan",
                "due",
                worked(today().plusDays(10)).toString(),
                "proof",
                "整改前后照片",
                "photos",
                0));
        wanted.putAll(more);
        return wanted;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(product.now(), WorkCalendar.ZONE);
    }

    private LocalDate worked(LocalDate from) {
        LocalDate day = from;
        while (!product.bean(WorkCalendar.class).kind(day).isWorking()) day = day.plusDays(1);
        return day;
    }

    private Answer step(HttpVisitor person, String path, String step, Map<String, Object> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put("version", supervisor.get(path).json().at("/item/version").asInt());
        return person.post(path + "/steps/" + step, whole);
    }
}
