package org.yiwang.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import tools.jackson.databind.JsonNode;

@Tag("database")
class InspectionRecordTest {
    private final RecordRounds town = RecordRounds.start();

    @Test
    void the_paper_states_what_was_seen_by_whom_when_and_where_with_its_cases_and_photos() throws IOException {
        JsonNode stop = seen("P-1", Map.of("exit", "locked", "staff", 120));
        byte[] pdf = pdf(town.inspector, stop);
        String text = text(pdf);
        assertThat(text)
                .contains("检查记录", "企业P-1", "P-1", "企业月查", "孙宏伟", "安全出口", "锁闭", "120", "人")
                .contains("发现 2 项问题");
        JsonNode made = stop.path("made");
        for (JsonNode id : made.path("cases"))
            assertThat(text)
                    .contains(town.admin
                            .get("/api/v1/cases/" + id.asString())
                            .json()
                            .path("number")
                            .asString());
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as("the font is embedded, and only what is used of it")
                    .contains("+NotoSansSC");
            assertThat(reader.getNumberOfPages()).isBetween(1, 3);
        }
        assertThat(pdf.length).as("a subset, not the whole font").isLessThan(400_000);
    }

    @Test
    void in_english_nothing_but_what_people_wrote_is_chinese() throws IOException {
        JsonNode stop = seen("P-2", Map.of("exit", "free"));
        String text = text(pdf(town.inspector.with("Accept-Language", "en"), stop));
        assertThat(text).contains("Inspection record", "Nothing was found", "Proven by photos and position");
        assertThat(text).doesNotContain("检查记录");
    }

    @Test
    void whoever_holds_the_paper_can_verify_it_until_a_word_of_the_record_is_changed() throws IOException {
        JsonNode stop = seen("P-3", Map.of("exit", "free", "staff", 7));
        String text = text(pdf(town.inspector, stop)).replaceAll("\\s", "");
        java.util.regex.Matcher printed = java.util.regex.Pattern.compile("/m/record/([0-9a-f-]{36})/(2-[0-9a-f]{64})")
                .matcher(text);
        assertThat(printed.find()).as(text).isTrue();
        String address = "/api/v1/public/inspection-records/" + printed.group(1) + "/";
        HttpVisitor stranger = town.product.visitor();
        assertThat(isGenuine(stranger.get(address + printed.group(2)))).isTrue();
        assertThat(isGenuine(stranger.get(address + "0".repeat(64)))).isFalse();
        town.product
                .bean(JdbcClient.class)
                .sql("update rounds.stop set answers = '{\"exit\": \"free\", \"staff\": 8}' where id = :id::uuid")
                .param("id", printed.group(1))
                .update();
        assertThat(isGenuine(stranger.get(address + printed.group(2)))).isFalse();
    }

    @Test
    void a_type_that_the_desk_corrects_later_makes_no_paper_wrong() throws IOException {
        JsonNode stop = seen("P-5", Map.of("exit", "locked", "staff", 7));
        String before = text(pdf(town.inspector, stop)).replaceAll("\\s", "");
        String id = stop.at("/made/cases/0").asString();
        Answer corrected = town.chief.post("/api/v1/cases/" + id + "/actions/correct", Map.of("category", "Z0102"));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        java.util.regex.Matcher printed = java.util.regex.Pattern.compile("/m/record/([0-9a-f-]{36})/(2-[0-9a-f]{64})")
                .matcher(before);
        assertThat(printed.find()).as(before).isTrue();
        assertThat(isGenuine(town.product
                        .visitor()
                        .get("/api/v1/public/inspection-records/" + printed.group(1) + "/" + printed.group(2))))
                .isTrue();
    }

    @Test
    void there_is_no_record_of_what_nobody_has_seen_and_none_for_strangers() {
        town.enter("P-4", "blue");
        town.makeLists();
        String address = address(town.stopAt("firms/monthly", "P-4"));
        assertThat(town.inspector.get(address).get("code")).isEqualTo("rounds.not-made");
        assertThat(town.product.visitor().get(address).status()).isEqualTo(401);
    }

    private JsonNode seen(String key, Map<String, ?> answers) {
        town.enter(key, "blue");
        town.makeLists();
        Answer visited = town.visit(town.stopAt("firms/monthly", key), answers);
        assertThat(visited.status()).as(visited.text()).isEqualTo(200);
        return visited.json().path("stop");
    }

    private static String address(JsonNode stop) {
        return "/api/v1/rounds/stops/" + stop.path("id").asString() + "/record.pdf";
    }

    private static byte[] pdf(HttpVisitor who, JsonNode stop) throws IOException {
        var answer = who.open(address(stop));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (InputStream body = answer.body()) {
            return body.readAllBytes();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++)
                text.append(extractor.getTextFromPage(page)).append('\n');
            return text.toString();
        }
    }

    private static boolean isGenuine(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("genuine").asBoolean();
    }
}
