package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A bin overflows: the desk has it without being asked, somebody sees to it, and it is over when the bin was emptied. */
@Tag("browser")
class AlarmsAtTheDeskTest {
    private static final String SERIAL = "WS-ALARM-1";
    private static final Tenant TENANT = new Tenant(310110018);
    private int number;

    @Test
    void an_overflowing_bin_comes_to_the_desk_is_acknowledged_judged_and_over_when_it_is_emptied() {
        RunningDemo demo = RunningDemo.start();
        String secret = enter(demo);
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", Chromium.DESK, "/desk/alarms");
            Locator row = desk.locator("tr[data-alarm]").filter(new Locator.FilterOptions().setHasText(SERIAL));
            assertThat(desk.locator("[data-counts]")).isVisible();
            say(demo, secret, true);
            assertThat(row).containsText("满溢");
            assertThat(row).containsText("重要");
            assertThat(row).containsText("未确认");
            row.locator("a").first().click();
            Locator card = desk.locator("[data-card]");
            assertThat(card.locator("[data-step=RAISED]")).containsText("条件成立");
            assertThat(card).containsText("部位 干垃圾");
            assertThat(card.locator("dl")).containsText("满溢中");
            card.locator("[name=act-acknowledge]").click();
            assertThat(card.locator("[data-remark=acknowledge]")).isVisible();
            assertThat(card.locator("[name=act-acknowledge]")).hasCount(0);
            assertThat(row).containsText("已确认");
            assertThat(card.locator("[name=act-false]")).isDisabled();
            Chromium.keep(desk, "desk-alarms-1440");

            say(demo, secret, false);
            assertThat(row).hasCount(0);
            assertThat(card.locator("[data-step=CLEARED]")).containsText("条件成立");
            desk.locator("[name=state-all]").click();
            assertThat(row).containsText("解除");
            card.locator("[name=words]").fill("清运车正在作业，镜头误判");
            card.locator("[name=act-false]").click();
            assertThat(card.locator("[data-remark=false]")).containsText("镜头误判");
            assertThat(row).containsText("误报");

            Page english =
                    chromium.staff("operator", Chromium.DESK, desk.url().replaceFirst("https?://[^/]+", ""), "en");
            assertThat(english.locator("[data-card]")).containsText("Overflow");
            assertThat(english.locator("[data-remark=false]")).containsText("False alarm");
            Chromium.keep(english, "desk-alarms-1440-en");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** Answers the secret of the sensor. */
    private static String enter(RunningDemo demo) {
        HttpVisitor operator = demo.signedIn("operator");
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("waste-point", Map.of("code", "WP-ALARM-1", "name", "告警试验投放点"));
        records.put("waste-sensor", Map.of("serial", SERIAL, "name", "告警试验传感器", "point", "WP-ALARM-1"));
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

    private void say(RunningDemo demo, String secret, boolean overflows) {
        String pair = Base64.getEncoder().encodeToString((SERIAL + ":" + secret).getBytes(UTF_8));
        String line =
                "{\"device\": \"%s\", \"message\": \"overflow\", \"payload\": {\"id\": %d, \"at\": \"%s\", \"bin\": \"dry\", \"active\": %b}}\n"
                        .formatted(SERIAL, ++number, demo.bean(Clock.class).instant(), overflows);
        Answer said = demo.visitor()
                .with("Authorization", "Basic " + pair)
                .postRaw("/api/sensing/batch", line.getBytes(UTF_8));
        assertThat(said.json().get("taken").asInt()).as(said.text()).isEqualTo(1);
    }
}
