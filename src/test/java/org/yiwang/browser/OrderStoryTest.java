package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.hotline.UpperProcess;

/** One order from the upper platform to a satisfied caller, by the people of three desks, and what the upper platform knows of it in the end. */
@Tag("browser")
class OrderStoryTest {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final double WAIT_MILLIS = 20_000;
    private static final String FOUND = "经现场核实情况属实，已安排保洁清理楼道并约谈物业经理，明确每日巡查。";

    private final RunningDemo demo = RunningDemo.start();
    private final UpperProcess upper = demo.upper();
    private final String no = "STORY" + System.nanoTime() % 1_000_000;

    @Test
    void an_order_goes_its_whole_way_between_the_two_platforms_to_a_satisfied_caller() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            upper.order(no, Map.of("receivedAt", "2021-12-31T10:30:30+08:00", "content", "楼道垃圾堆了一周没人清。" + no));
            Page desk = chromium.staff("operator", DESK, "/desk/hotline");
            String id = found(desk);
            givenBackInVain(desk);
            act(desk, "立案");
            Moves.act(desk, "派遣", Map.of("unit", "fangguan"));

            Page head = chromium.staff("head-fangguan", PHONE, "/m/case/" + id);
            Locator back = Moves.begin(head, "ask-return");
            back.locator("[data-id=not-our-duty]").click();
            back.locator("textarea").first().fill("楼道保洁属物业合同约定");
            Moves.send(back);
            Moves.act(desk, "同意退单", Map.of());
            Moves.act(desk, "派遣", Map.of("unit", "fangguan"));
            assertThat(card(desk)).containsText("退单 1 次");

            Page handler = chromium.staff("handler-fangguan", PHONE, "/m/case/" + id);
            handler.locator(".foot [data-action=claim]").click();
            assertThat(handler.locator(".tags b")).hasText("处置中");
            called(handler);
            supervised(desk, handler);
            givenMoreTime(desk, handler);
            doneAndClosed(desk, handler);
            visited(desk);
            // Refusals are part of the story, and so is that a unit no longer sees what it gave back.
            assertThat(chromium.complaints).allMatch(one -> one.matches(".*status of 4(04|09|22).*"));
        }
    }

    /** In the list of orders; the id of its case. */
    private String found(Page desk) {
        desk.locator("input[name=q]").fill(no);
        Locator row = desk.locator("tr[data-order='" + no + "']");
        until("the order is taken in", () -> {
            desk.locator("button[name=show-all]").click();
            desk.locator("button[name=show-open]").click();
            desk.waitForTimeout(700);
            return row.count() == 1;
        });
        row.locator("a").click();
        desk.waitForURL("**/desk/case/*");
        assertThat(card(desk)).containsText("投诉");
        return desk.url().replaceAll(".*/case/", "");
    }

    /** The centre asks the upper platform to take the order back, which it does not. */
    private void givenBackInVain(Page desk) {
        card(desk).locator("button[name=give-back]").click();
        card(desk).locator("select[name=returnReason]").selectOption("municipal");
        assertThat(card(desk).locator("input[name=returnGround]")).hasValue("市、区两级权力清单");
        card(desk).locator("textarea[name=orderNote]").fill("请转市级部门办理");
        card(desk).locator("button[name=send-order]").click();
        assertThat(card(desk)).containsText("待上级审核");
        told("return");
        assertThat(upper.kept(no).path("status").asString()).isEqualTo("TDSQ");
        upper.tell(no, "return-review", Map.of("granted", false, "note", "属街道职责"));
        assertThat(card(desk)).containsText("上级不同意", soon());
        assertThat(desk.locator(".body")).containsText("上级平台不同意退单：属街道职责");
        Chromium.keep(desk, "order-card-returned");
    }

    /** On the phone, after a call that nobody answered. */
    private void called(Page handler) {
        for (String result : List.of("no-answer", "reached")) {
            handler.locator("button[name=dial]").click();
            assertThat(handler.locator("a.ring")).hasAttribute("href", "tel:13812340000");
            if (result.equals("reached")) Chromium.keep(handler, "order-call-phone");
            handler.locator("input[name=result][value=" + result + "]").check();
            handler.locator("input[name=callNote]").fill(result.equals("reached") ? "约定下午上门" : "响铃无人接听");
            handler.locator("button[name=record]").click();
            assertThat(card(handler)).containsText(result.equals("reached") ? "约定下午上门" : "响铃无人接听");
        }
        assertThat(card(handler)).containsText("138****0000");
        told("contact");
    }

    private void supervised(Page desk, Page handler) {
        upper.tell(no, "supervision", Map.of("note", "市级督办：请加快办理"));
        assertThat(handler.locator("[data-action=acknowledge]")).isVisible(visibleSoon());
        handler.locator("[data-action=acknowledge]").click();
        Locator sheet = handler.locator(".sheet form");
        sheet.locator("textarea").first().fill("已派人到场");
        Moves.send(sheet);
        assertThat(desk.locator(".marks")).containsText("已签收");
    }

    private void givenMoreTime(Page desk, Page handler) {
        String due = handler.locator(".due .num").innerText();
        Locator more = Moves.beginFromMenu(handler, "ask-extension");
        more.locator("[data-id=material]").click();
        more.locator("input[type=number]").fill("3");
        more.locator("[data-id=working-days]").click();
        Moves.send(more);
        assertThat(card(desk)).containsText("延期申请", soon());
        told("extension");
        desk.locator(".actions")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("同意延期"))
                .click();
        desk.locator("form.action button[type=submit]").click();
        assertThat(desk.locator("form.action .error")).containsText("由上级平台审核");
        desk.locator("form.action .buttons .plain").click();
        upper.tell(no, "extension-review", Map.of("granted", true, "note", "同意"));
        assertThat(handler.locator(".due .num"))
                .not()
                .hasText(
                        due,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                .setTimeout(WAIT_MILLIS));
        assertThat(card(desk)).containsText("上级同意");
    }

    private void doneAndClosed(Page desk, Page handler) {
        Locator sheet = Moves.begin(handler, "feedback");
        sheet.locator("textarea[name=note]").fill("已处理。");
        sheet.locator("button[type=submit]").click();
        assertThat(sheet.locator(".error")).containsText("没有说明办理情况");
        Chromium.keep(handler, "order-note-refused");
        sheet.locator("textarea[name=note]").fill(FOUND);
        Moves.send(sheet);
        assertThat(handler.locator(".tags b")).hasText("待核查");
        desk.reload();
        act(desk, "核查通过");
        desk.locator(".actions")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("结案"))
                .click();
        Locator answer = desk.locator("form.action textarea[name=answer]");
        answer.fill("已告知。");
        desk.locator("form.action button[type=submit]").click();
        assertThat(desk.locator("form.action .error")).containsText("没有说明办理情况");
        answer.fill(FOUND);
        desk.locator("form.action button[type=submit]").click();
        desk.locator("form.action").waitFor(Moves.gone());
        told("closed");
        assertThat(upper.kept(no).path("status").asString()).isEqualTo("YBJ");
    }

    private void visited(Page desk) {
        desk.locator(".actions")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("回访"))
                .click();
        Locator visit = desk.locator("form.action");
        visit.locator("input[name=reached][value=true]").check();
        visit.locator("input[name=solved][value=true]").check();
        visit.locator("input[name=satisfaction][value='5']").check();
        visit.locator("button[type=submit]").click();
        visit.waitFor(Moves.gone());
        told("visited");
        assertThat(upper.acts(no))
                .containsExactly(
                        "receipt",
                        "return",
                        "accepted",
                        "assigned",
                        "assigned",
                        "handling",
                        "contact",
                        "contact",
                        "extension",
                        "closed",
                        "visited");
        assertThat(upper.kept(no).path("status").asString()).isEqualTo("YHF");
        desk.reload();
        assertThat(card(desk)).containsText("已回访");
        card(desk).scrollIntoViewIfNeeded();
        card(desk).locator("summary").click();
        assertThat(card(desk)).containsText("已推送 11 项");
        Chromium.keep(desk, "order-card");
    }

    private void act(Page desk, String action) {
        desk.locator(".actions")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .first()
                .click();
    }

    private Locator card(Page page) {
        return page.locator("article[data-order='" + no + "']");
    }

    private void told(String act) {
        until("the upper platform is told: " + act, () -> upper.acts(no).contains(act));
    }

    private static void until(String what, java.util.function.BooleanSupplier holds) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end)
            if (holds.getAsBoolean()) return;
            else pause();
        throw new AssertionError("Not in time: " + what);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions soon() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(WAIT_MILLIS);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions visibleSoon() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(WAIT_MILLIS);
    }
}
