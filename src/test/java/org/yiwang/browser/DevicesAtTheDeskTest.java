package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;

/** A sensor is entered, gets its secret at the desk, speaks, is not always understood, and loses its secret again. */
@Tag("browser")
class DevicesAtTheDeskTest {
    private static final int SEEN_MILLIS_MAX = 20_000;
    private static final String SERIAL = "WS-DESK-1";

    @Test
    void a_device_gets_a_secret_speaks_is_read_again_and_is_shut_out() {
        RunningDemo demo = RunningDemo.start();
        enter(demo);
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("admin", Chromium.DESK, "/desk/devices");
            Locator row = desk.locator("tr[data-device=" + SERIAL + "]");
            desk.locator("input[name=text]").fill("desk-1");
            assertThat(row).containsText("从未收到");
            assertThat(row).containsText("未签发");
            row.locator("a").click();
            desk.locator("[data-issue]").click();
            String secret = desk.locator("[data-secret]").textContent();
            assertThat(desk.locator("[data-credential]")).hasText("有效");
            desk.getByText("已记下").click();

            String now = demo.bean(Clock.class).instant().toString();
            Answer said = say(
                    demo,
                    secret,
                    line("fill", "{\"id\": 1, \"at\": \"%s\", \"bin\": \"wet\", \"level\": 82.5}".formatted(now))
                            + line(
                                    "fill",
                                    "{\"id\": 2, \"at\": \"%s\", \"bin\": \"wet\", \"level\": 820}".formatted(now)));
            assertThat(said.json().get("taken").asInt()).as(said.text()).isEqualTo(1);
            assertThat(desk.locator("[data-latest=fill]"))
                    .containsText("82.5 %", new LocatorAssertions.ContainsTextOptions().setTimeout(SEEN_MILLIS_MAX));
            assertThat(desk.locator("[data-latest=fill]")).containsText("湿垃圾");
            Locator letter = desk.locator("[data-letter='sensing.out-of-bounds']");
            assertThat(letter).containsText("level");
            assertThat(desk.locator("[data-today]")).hasText("1", counted());
            Chromium.keep(desk, "desk-device-1440");
            desk.locator("[data-replay]").click();
            assertThat(desk.locator("[data-replayed]")).hasText("0 条已识别，1 条仍未识别");

            desk.locator("[data-revoke]").click();
            desk.getByText("确定", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(desk.locator("[data-credential]")).hasText("已吊销");
            assertThat(say(demo, secret, line("fill", "{}")).status()).isEqualTo(401);

            desk.getByText("全部设备").click();
            assertThat(desk.locator("[data-strangers]")).hasText(Pattern.compile("今天拒绝未知设备 \\d+ 次"), counted());
            desk.locator("input[name=recording]").setInputFiles(recording());
            assertThat(desk.locator(".recording")).containsText("可读 1 条 · 不可读 1 条");
            desk.locator(".recording .go").click();
            assertThat(desk.locator(".recording .told")).hasText("已写入 1 条");
            desk.locator("input[name=text]").fill("desk-1");
            assertThat(row.locator("td").nth(4)).hasText("2", counted());
            Chromium.keep(desk, "desk-devices-1440");

            Page english = chromium.staff("admin", Chromium.DESK, "/desk/devices/" + SERIAL, "en");
            assertThat(english.locator("[data-latest=fill]")).containsText("Wet");
            assertThat(english.locator("[data-credential]")).hasText("Revoked");
            Chromium.keep(english, "desk-device-1440-en");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** Counts are added up once a second, and the page asks again every five. */
    private static LocatorAssertions.HasTextOptions counted() {
        return new LocatorAssertions.HasTextOptions().setTimeout(SEEN_MILLIS_MAX);
    }

    private static void enter(RunningDemo demo) {
        HttpVisitor operator = demo.signedIn("operator");
        Map<String, Map<String, String>> records = new java.util.LinkedHashMap<>();
        records.put("waste-point", Map.of("code", "WP-DESK-1", "name", "试验投放点"));
        records.put("waste-sensor", Map.of("serial", SERIAL, "name", "试验传感器", "point", "WP-DESK-1"));
        records.forEach((register, data) -> {
            Answer entered = operator.post(
                    "/api/v1/registers/" + register + "/entries",
                    Map.of("data", data, "lon", 121.5399, "lat", 31.2716));
            assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        });
        demo.bean(KnownDevices.class).refresh(new Tenant(310110018));
    }

    private static Answer say(RunningDemo demo, String secret, String lines) {
        String pair = Base64.getEncoder().encodeToString((SERIAL + ":" + secret).getBytes(UTF_8));
        return demo.visitor()
                .with("Authorization", "Basic " + pair)
                .postRaw("/api/sensing/batch", lines.getBytes(UTF_8));
    }

    private static String line(String message, String payload) {
        return "{\"device\": \"%s\", \"message\": \"%s\", \"payload\": %s}\n".formatted(SERIAL, message, payload);
    }

    private static FilePayload recording() {
        String csv = "device,message,payload\n"
                + SERIAL
                + ",overflow,\"{\"\"id\"\": 3, \"\"at\"\": \"\"2020-05-01T00:00:00Z\"\", \"\"bin\"\": \"\"dry\"\", \"\"active\"\": true}\"\n"
                + SERIAL + ",overflow,{}\n";
        return new FilePayload("old.csv", "text/csv", csv.getBytes(UTF_8));
    }
}
