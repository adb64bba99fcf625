package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;

/** Two reports of one matter, and one report of two. */
@Tag("browser")
class KinTest {

    @Test
    void two_reports_are_merged_and_each_resident_sees_the_own_answer() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            String chen = report(demo, "陈阿姨");
            String wang = report(demo, "王先生");
            Page first = follow(chromium, chen);
            Page second = follow(chromium, wang);
            String into = Moves.number(first);
            Matter kept = Matter.found(demo, into);
            Matter merged = Matter.found(demo, Moves.number(second));
            Page desk = chromium.staff("operator", DESK, "/desk/case/" + merged.id());
            Moves.act(desk, "并案", Map.of("into", into));
            assertThat(second.getByText(into).first()).isVisible();
            assertThat(second.locator("body")).not().containsText("陈阿姨");

            kept.handling();
            desk.navigate("/desk/case/" + kept.id());
            action(desk, "答复报告人");
            desk.locator("form.action label.choice")
                    .filter(new Locator.FilterOptions().setHasText("陈阿姨"))
                    .locator("input")
                    .uncheck();
            desk.locator("form.action [name=answer]").fill("王先生您好，今晚会去现场。");
            desk.locator("form.action button[type=submit]").click();
            assertThat(second.locator(".answer")).containsText("今晚会去现场");
            assertThat(first.locator(".answer")).hasCount(0);
            kept.done("已清理").step("operator", "pass");
            Moves.act(desk, "结案", Map.of("answer", "陈阿姨您好，已经清理干净。"));
            assertThat(first.locator(".answer")).containsText("已经清理干净");
            assertThat(second.locator(".answer")).containsText("今晚会去现场");
            assertThat(second.locator("body")).not().containsText("陈阿姨");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void a_case_split_in_two_does_not_end_before_its_parts() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Matter parent = Matter.registered(demo, "占道和垃圾混在一起").handling();
            Page desk = chromium.staff("operator", DESK, "/desk/case/" + parent.id());
            action(desk, "拆分");
            Moves.button(desk, "＋").click();
            String[] parts = {Matter.words("占道货架"), Matter.words("门口垃圾")};
            for (int i = 0; i < parts.length; i++) {
                Locator part = desk.locator("form.action fieldset").nth(i);
                part.locator("input").nth(0).fill(parts[i]);
                part.locator("input").nth(1).fill(parts[i]);
            }
            desk.locator("form.action button[type=submit]").click();
            for (String part : parts)
                assertThat(desk.locator(".body .link").getByText(part)).isVisible();
            Chromium.keep(desk, "desk-split");

            Page handler = chromium.staff("handler-chengguan", PHONE, "/m/case/" + parent.id());
            assertThat(handler.locator("[data-action=feedback]")).hasCount(0);
            Answer refused = demo.signedIn("handler-chengguan")
                    .post("/api/v1/cases/" + parent.id() + "/actions/feedback", Map.of("note", "都好了"));
            assertThat(refused.get("title")).isEqualTo("拆分出的 2 件子案还没有办结");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static String report(RunningDemo demo, String name) {
        Map<String, Object> matter = Map.of(
                "category", "E0501", "description", Matter.words("摊位堵住弄堂口"), "place", Matter.PLACE, "name", name);
        Answer answer = demo.visitor().post("/api/v1/public/reports", matter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.get("link");
    }

    private static Page follow(Chromium chromium, String link) {
        Page page = chromium.someone(PHONE, "zh-CN");
        page.navigate(link);
        return page;
    }

    private static void action(Page desk, String name) {
        desk.locator(".actions")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
