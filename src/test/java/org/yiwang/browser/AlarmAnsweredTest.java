package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;
import static org.yiwang.browser.Chromium.WALL;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import org.yiwang.alarms.RunAlarms;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;

/** A person is trapped in a lift: the wall has it, the officer of the committee answers from the spot, and the case has what was found. */
@Tag("browser")
class AlarmAnsweredTest {
    private static final String SERIAL = "LC-ANSWERED-1";
    private static final String LABEL = "答复试验控制器";
    private static final Tenant TENANT = new Tenant(310110018);
    private int number;

    @Test
    void an_alarm_comes_to_the_wall_is_answered_on_the_phone_without_a_network_and_stands_in_its_case()
            throws Exception {
        RunningDemo demo = RunningDemo.start();
        String secret = enter(demo);
        try (Chromium chromium = new Chromium(demo)) {
            Page wall = chromium.staff("leader", WALL, "/screen");
            Locator shown =
                    wall.locator("[data-alarms] li[data-alarm]").filter(new Locator.FilterOptions().setHasText(LABEL));
            assertThat(wall.locator("[data-alarms]")).containsText("未解除");
            long said = System.nanoTime();
            say(demo, secret);
            assertThat(shown.first()).containsText("困人");
            Moves.told("alarm to the wall", said);
            assertThat(shown.first()).containsText("紧急");
            Chromium.keep(wall, "wall-alarms");
            String alarm = String.valueOf(shown.first().getAttribute("data-alarm"));
            String committee = committeeOf(demo, alarm);

            Page phone = chromium.staff("committee-" + committee, PHONE, "/m/today");
            phone.waitForFunction("() => navigator.serviceWorker.controller !== null");
            phone.locator("a[href='/m/alarms']").first().click();
            Locator card = phone.locator("a[data-alarm='" + alarm + "']");
            assertThat(card).containsText("未确认");
            Chromium.keep(phone, "phone-alarms");
            card.click();
            phone.locator("button[name=go]").click();
            assertThat(phone.locator("[data-remark=go]")).isVisible();
            assertThat(shown.first()).not().containsText("未确认");

            phone.context().setOffline(true);
            phone.locator("button[name=answer]").click();
            phone.locator("textarea[name=words]").fill("已联系维保，人员平安救出");
            phone.locator("input[type=file]").first().setInputFiles(Moves.photo(true));
            assertThat(phone.locator(".tray img")).hasCount(1);
            Chromium.keep(phone, "phone-alarm-answer");
            phone.locator("button[name=send]").click();
            assertThat(phone.getByText("没有网络，已存下，联网后自动发出")).isVisible();
            phone.context().setOffline(false);
            assertThat(phone.locator("[data-remark=answer]")).containsText("平安救出");
            assertThat(phone.locator("[data-remark=answer] img")).hasCount(1);
            Chromium.keep(phone, "phone-alarm");

            Page desk = chromium.staff("operator", DESK, "/desk/alarms/" + alarm);
            Locator detail = desk.locator("[data-card]");
            assertThat(detail.locator("[data-told=centre]").first()).containsText("已通知城运中心");
            assertThat(detail.locator("[data-remark=answer] img")).hasCount(1);
            Chromium.keep(desk, "desk-alarm-case");
            detail.locator("[data-case] a").click();
            assertThat(desk.locator("[data-case-alarms]")).containsText("困人");
            assertThat(desk.getByText("告警现场答复：已联系维保，人员平安救出").first()).isVisible();
            Chromium.keep(desk, "desk-case-alarms");

            Page english = chromium.staff("committee-" + committee, PHONE, "/m/alarms/" + alarm, "en");
            assertThat(english.locator("[data-remark=answer]")).containsText("Answer");
            assertThat(english.locator("h1").last()).containsText("Person trapped");
            Chromium.keep(english, "phone-alarm-en");
            Page wallInEnglish = chromium.staff("leader", WALL, "/screen", "en");
            assertThat(wallInEnglish.locator("[data-alarms]")).containsText("Person trapped");
            Chromium.keep(wallInEnglish, "wall-alarms-en");
            end(demo, alarm);
            assertThat(shown).hasCount(0);
            assertThat(chromium.complaints)
                    .filteredOn(one -> !one.contains("ERR_INTERNET_DISCONNECTED"))
                    .isEmpty();
        }
    }

    /** Answers the secret of the controller. */
    private static String enter(RunningDemo demo) {
        HttpVisitor operator = demo.signedIn("operator");
        String lift = "31101000000000007701";
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("building", Map.of("code", "B-ANSWERED", "name", "答复试验楼", "use", "dwelling"));
        records.put("lift", Map.of("code", lift, "name", "答复试验梯", "building", "B-ANSWERED"));
        records.put("lift-controller", Map.of("serial", SERIAL, "name", LABEL, "lift", lift));
        records.forEach((register, data) -> {
            Answer entered = operator.post(
                    "/api/v1/registers/" + register + "/entries",
                    Map.of("data", data, "lon", 121.5399, "lat", 31.2716));
            assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        });
        demo.bean(KnownDevices.class).refresh(TENANT);
        demo.bean(RunAlarms.class).tellSoon();
        demo.bean(RunAlarms.class).turn();
        Answer issued = demo.signedIn("admin").post("/api/v1/sensing/devices/" + SERIAL + "/secret", Map.of());
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return issued.json().get("secret").asString();
    }

    private void say(RunningDemo demo, String secret) {
        String pair = Base64.getEncoder().encodeToString((SERIAL + ":" + secret).getBytes(UTF_8));
        String line =
                "{\"device\": \"%s\", \"message\": \"person_trapped\", \"payload\": {\"id\": %d, \"at\": \"%s\", \"floor\": 7, \"persons\": 1}}\n"
                        .formatted(SERIAL, ++number, demo.bean(Clock.class).instant());
        Answer said = demo.visitor()
                .with("Authorization", "Basic " + pair)
                .postRaw("/api/sensing/batch", line.getBytes(UTF_8));
        assertThat(said.json().get("taken").asInt()).as(said.text()).isEqualTo(1);
    }

    private static String committeeOf(RunningDemo demo, String alarm) {
        return demo.signedIn("operator")
                .get("/api/v1/alarms/" + alarm)
                .json()
                .at("/alarm/committee")
                .asString();
    }

    private static void end(RunningDemo demo, String alarm) {
        Answer ended = demo.signedIn("operator")
                .post("/api/v1/alarms/" + alarm + "/acts", Map.of("act", "end", "words", "人员已救出"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(204);
    }
}
