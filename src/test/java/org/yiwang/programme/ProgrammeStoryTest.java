package org.yiwang.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.TestDatabase;
import org.yiwang.organisation.SetClock;
import org.yiwang.platform.audit.Difference;
import org.yiwang.platform.audit.VerifyChains;
import tools.jackson.databind.JsonNode;

/** An approval file over HTTP, as those who write, review and decide it use it. */
@Tag("database")
class ProgrammeStoryTest {
    private static final String FILES = "/api/v1/programmes";
    private final RunningProduct product = RunningProduct.start();
    private final String nano = String.valueOf(System.nanoTime());
    private final String mark = "场景" + nano;
    private HttpVisitor owner;
    private HttpVisitor pingan;
    private HttpVisitor guanli;
    private HttpVisitor supervisor;
    private HttpVisitor leader;

    @BeforeAll
    static void publish() {
        HttpVisitor admin = RunningProduct.start().signedIn("admin");
        for (String pack : List.of("foundation", "standard", "lift", "approval"))
            assertThat(admin.post("/api/v1/scenarios/" + pack + "/publish", Map.of("version", 1))
                            .status())
                    .isIn(200, 409);
    }

    @BeforeEach
    void signIn() {
        owner = product.signedIn("head-fangguan");
        pingan = product.signedIn("head-pinganban");
        guanli = product.signedIn("head-guanliban");
        supervisor = product.signedIn("supervisor");
        leader = product.signedIn("leader");
    }

    @Test
    void a_file_goes_through_review_return_and_second_edition_to_its_approval() {
        String file = open();
        assertThat(step(owner, file, "submit", Map.of()).get("code")).isEqualTo("form.missing");
        write(file, 1, "68");
        assertThat(step(owner, file, "submit", Map.of()).get("code")).isEqualTo("programme.paper-missing");
        paper(owner, file, "proposal");
        assertThat(taken(step(owner, file, "submit", Map.of())).get("stage").asString())
                .isEqualTo("first-review");
        assertThat(one(owner, file).get("explanation")).hasSizeGreaterThan(2);

        assertThat(save(file, 2, Map.of("cost", List.of("1"))).get("code")).isEqualTo("programme.not-editable");
        assertThat(pass(supervisor, file).get("code")).isEqualTo("programme.paper-missing");
        paper(supervisor, file, "review");
        assertThat(pass(supervisor, file).get("code")).isEqualTo("programme.opinions-missing");
        assertThat(opine(owner, file, "agree", "").get("code")).isEqualTo("programme.not-asked");
        opine(pingan, file, "against", "联动方案未写明");
        opine(guanli, file, "agree", "");
        assertThat(pass(supervisor, file).get("code")).isEqualTo("programme.opposed");
        assertThat(step(supervisor, file, "return", Map.of()).get("code")).isEqualTo("programme.note");
        assertThat(step(owner, file, "return", Map.of("note", "我自己退回")).get("code"))
                .isEqualTo("programme.not-yours");
        taken(step(supervisor, file, "return", Map.of("note", "请补充联动方案")));

        write(file, 2, "72.5");
        paper(owner, file, "proposal");
        JsonNode again = taken(step(owner, file, "submit", Map.of()));
        assertThat(again.get("edition").asInt()).isEqualTo(2);
        assertThat(again.at("/editions/0/answers/cost/0").asString()).isEqualTo("68");
        assertThat(again.at("/editions/1/answers/cost/0").asString()).isEqualTo("72.5");
        assertThat(again.at("/editions/0/digest").asString())
                .isNotEqualTo(again.at("/editions/1/digest").asString());
        assertThat(again.get("papers"))
                .filteredOn(paper -> paper.get("paper").asString().equals("proposal"))
                .extracting(paper -> paper.get("current").asBoolean(), paper -> paper.get("editions")
                        .size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, 1), org.assertj.core.groups.Tuple.tuple(true, 1));
        assertThat(pass(supervisor, file).get("code"))
                .as("opinions on the first edition are none on the second")
                .isEqualTo("programme.opinions-missing");
        assertThat(opine(pingan, file, "conditions", "").get("code")).isEqualTo("programme.conditions");
        opine(pingan, file, "conditions", "消防信号优先");
        opine(guanli, file, "agree", "");
        assertThat(taken(pass(supervisor, file)).get("stage").asString()).isEqualTo("reviewed");

        Map<String, Object> decided = Map.of(
                "answers",
                Map.of(
                        "meeting", List.of("区电子政务联席会议"),
                        "held", List.of("2021-09-16"),
                        "decision", List.of("联席纪要〔2021〕7号"),
                        "resolution", List.of("同意立项，先在三个小区试点")));
        assertThat(step(supervisor, file, "approve", decided).get("code")).isEqualTo("programme.not-yours");
        paper(leader, file, "minutes");
        Answer half = step(leader, file, "approve", Map.of("answers", Map.of("meeting", List.of("联席会议"))));
        assertThat(half.json().get("fields")).as(half.text()).hasSize(3);
        JsonNode approved = taken(step(leader, file, "approve", decided));
        assertThat(approved.get("stage").asString()).isEqualTo("approved");
        assertThat(approved.at("/opinions/2/verdict").asString()).isEqualTo("conditions");
        assertThat(approved.at("/opinions/2/edition").asInt()).isEqualTo(2);
        assertThat(owner.get("/api/v1/notices?limit=200").text()).contains(mark);
        Answer found = owner.get(FILES + "?text=" + nano);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        JsonNode listed = found.json();
        assertThat(listed.get("items")).hasSize(1);
        assertThat(listed.at("/stages/0/stage").asString()).isEqualTo("approved");
    }

    @Test
    void what_two_people_write_at_once_is_lost_for_neither() {
        String file = open();
        assertThat(save(file, 1, Map.of("name", List.of(mark), "aim", List.of("先写的")))
                        .status())
                .isEqualTo(200);
        Answer second = save(file, 1, Map.of("aim", List.of("后写的")));
        assertThat(second.get("code")).isEqualTo("programme.draft-moved-on");
        assertThat(one(owner, file).at("/draft/given/aim/0").asString()).isEqualTo("先写的");
    }

    @Test
    void of_two_steps_at_once_one_is_taken_and_the_other_told() throws Exception {
        String file = handedIn();
        Map<String, Object> body = new HashMap<>(Map.of("note", "材料不全"));
        body.put("seq", one(supervisor, file).get("seq").asInt());
        HttpVisitor chief = product.signedIn("chief");
        List<Callable<Answer>> tries = List.of(
                () -> supervisor.post(FILES + "/" + file + "/steps/return", body),
                () -> chief.post(FILES + "/" + file + "/steps/reject", body));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> one : threads.invokeAll(tries))
                statuses.add(one.get().status());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void who_is_not_asked_sees_nothing_and_who_is_asked_sees_it_once_it_is_handed_in() {
        String file = open();
        HttpVisitor other = product.signedIn("head-shichang");
        assertThat(pingan.get(FILES + "/" + file).get("code")).isEqualTo("programme.not-found");
        assertThat(product.signedIn("inspector-c01").get(FILES).status()).isEqualTo(403);
        write(file, 1, "10");
        String attachment = paper(owner, file, "proposal");
        taken(step(owner, file, "submit", Map.of()));
        assertThat(pingan.get(FILES + "/" + file).status()).isEqualTo(200);
        assertThat(pingan.get("/api/v1/attachments/" + attachment).status()).isEqualTo(200);
        assertThat(other.get(FILES + "/" + file).get("code")).isEqualTo("programme.not-found");
        assertThat(other.get("/api/v1/attachments/" + attachment).status()).isEqualTo(404);
        assertThat(other.get(FILES + "?text=" + nano).json().get("items")).isEmpty();
    }

    @Test
    void a_file_that_should_have_left_its_stage_is_late_and_said_to_be() {
        String file = handedIn();
        assertThat(one(owner, file).get("late").asBoolean()).isFalse();
        product.bean(SetClock.class).pass(java.time.Duration.ofDays(80));
        supervisor = product.signedIn("supervisor");
        JsonNode late = supervisor.get(FILES + "?late=true&text=" + nano).json();
        assertThat(late.get("items")).hasSize(1);
        assertThat(late.at("/stages/0/late").asInt()).isEqualTo(1);
    }

    @Test
    void nobody_can_change_what_was_said_and_whoever_does_it_in_the_database_is_found() throws Exception {
        String file = handedIn();
        JdbcClient jdbc = product.bean(JdbcClient.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> jdbc.sql("update programme.event set name = '某人'").update()))
                .isNotNull();
        assertThat(differences()).noneMatch(one -> one.contains(file));
        tamper("update programme.event set name = '某人' where programme = '" + file + "' and seq = 2");
        assertThat(differences()).anyMatch(one -> one.contains(file));
        tamper("update programme.event set name = (select name from programme.event where programme = '" + file
                + "' and seq = 1) where programme = '" + file + "' and seq = 2");
        assertThat(differences()).noneMatch(one -> one.contains(file));
    }

    private List<String> differences() {
        return product.bean(VerifyChains.class).verify().differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private void tamper(String sql) throws SQLException {
        TestDatabase.Place place = product.database();
        try (Connection connection = DriverManager.getConnection(place.url(), place.user(), place.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table programme.event disable trigger append_only");
            statement.execute(sql);
            statement.execute("alter table programme.event enable trigger append_only");
        }
    }

    private String open() {
        Answer opened =
                owner.post(FILES, Map.of("pack", "approval", "kind", "scenario", "title", mark, "about", "lift"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.get("number")).startsWith("CJ-");
        return opened.json().get("id").asString();
    }

    private String handedIn() {
        String file = open();
        write(file, 1, "10");
        paper(owner, file, "proposal");
        taken(step(owner, file, "submit", Map.of()));
        return file;
    }

    private void write(String file, int revision, String cost) {
        Answer saved = save(
                file,
                revision,
                Map.of(
                        "name", List.of(mark),
                        "problem", List.of("电动自行车上楼充电"),
                        "aim", List.of("梯控小区内不再有电动自行车进梯"),
                        "units", List.of("房管所、平安办"),
                        "data", List.of("电梯登记表、控制器消息"),
                        "cost", List.of(cost),
                        "money", List.of("district"),
                        "owner", List.of("钱慧珍")));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private Answer save(String file, int revision, Map<String, List<String>> given) {
        return owner.put(FILES + "/" + file + "/draft", Map.of("revision", revision, "given", given, "about", "lift"));
    }

    private String paper(HttpVisitor who, String file, String paper) {
        Answer uploaded = who.upload("/api/v1/attachments", paper + ".pdf", pdf(paper + System.nanoTime()));
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        String id = uploaded.json().get("id").asString();
        taken(who.post(FILES + "/" + file + "/papers", Map.of("paper", paper, "attachment", id)));
        return id;
    }

    private static byte[] pdf(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document()) {
            PdfWriter.getInstance(document, out);
            document.open();
            document.add(new Paragraph(text));
        }
        return out.toByteArray();
    }

    private Answer opine(HttpVisitor who, String file, String verdict, String text) {
        Map<String, Object> body = Map.of("verdict", verdict, "text", text, "conditions", text);
        return who.post(FILES + "/" + file + "/opinions", body);
    }

    private Answer pass(HttpVisitor who, String file) {
        return step(who, file, "pass", Map.of("answers", Map.of("reviewer", List.of("区城运中心"))));
    }

    private Answer step(HttpVisitor who, String file, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("seq", one(who, file).get("seq").asInt());
        return who.post(FILES + "/" + file + "/steps/" + step, body);
    }

    private static JsonNode taken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode one(HttpVisitor who, String file) {
        Answer answer = who.get(FILES + "/" + file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
