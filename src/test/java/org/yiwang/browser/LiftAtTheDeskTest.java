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

/** A lift at the desk: where it is, what its controller told, asking it to release the door, and putting it into maintenance. */
@Tag("browser")
class LiftAtTheDeskTest {
    private static final String SERIAL = "LC-DESK-1";
    private static final String LIFT = "31101800000000007777";
    private static final Tenant TENANT = new Tenant(310110018);

    @Test
    void a_lift_is_found_by_its_estate_asked_to_release_its_door_and_put_into_maintenance() {
        RunningDemo demo = RunningDemo.start();
        String secret = enter(demo);
        say(demo, secret);
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("operator", Chromium.DESK, "/desk/devices/places/lift-controller");
            Locator group = desk.locator("[data-group]").filter(new Locator.FilterOptions().setHasText(SERIAL));
            assertThat(group.locator("h2")).hasText("试验小区 · 试验高层");
            assertThat(desk.locator("[data-counts]")).containsText("所在楼栋");
            Chromium.keep(desk, "desk-lifts-1440");
            group.locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(SERIAL))
                    .locator("a")
                    .first()
                    .click();

            assertThat(desk.locator("h1")).containsText("试验梯");
            assertThat(desk.locator("[data-facts]")).containsText(LIFT);
            Locator device = desk.locator("section[data-device='" + SERIAL + "']");
            assertThat(device.locator("[data-latest=heartbeat]")).containsText("当前楼层");
            device.locator("select[name=order]").selectOption("release_door");
            assertThat(device.locator("[name=give-order]")).isDisabled();
            device.locator("input[name=reason]").fill("居民来电，轿门不关");
            device.locator("[name=give-order]").click();
            Locator order = device.locator("[data-order=release_door]");
            assertThat(order).containsText("待下发");
            assertThat(order).containsText("居民来电");

            device.locator("[name=maintenance]").click();
            device.locator("select[name=hours]").selectOption("4");
            device.locator("[name=maintenance-reason]").fill("更换门机");
            device.locator("[name=begin-maintenance]").click();
            assertThat(device.locator("[data-until]")).containsText("更换门机");
            Chromium.keep(desk, "desk-lift-1440");

            Page english =
                    chromium.staff("operator", Chromium.DESK, desk.url().replaceFirst("https?://[^/]+", ""), "en");
            assertThat(english.locator("[data-until]")).containsText("In maintenance until");
            assertThat(english.locator("[data-order=release_door]")).containsText("Release the door");
            Chromium.keep(english, "desk-lift-1440-en");

            device.locator("[name=end-maintenance]").click();
            assertThat(device.locator("[data-until]")).hasCount(0);
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** Answers the secret of the controller. */
    private static String enter(RunningDemo demo) {
        HttpVisitor operator = demo.signedIn("operator");
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("building", Map.of("code", "B-DESK-1", "name", "试验高层", "estate", "试验小区", "use", "office"));
        records.put("lift", Map.of("code", LIFT, "name", "试验梯", "building", "B-DESK-1"));
        records.put("lift-controller", Map.of("serial", SERIAL, "name", "试验控制器", "lift", LIFT));
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
        return issued.get("secret");
    }

    private static void say(RunningDemo demo, String secret) {
        String pair = Base64.getEncoder().encodeToString((SERIAL + ":" + secret).getBytes(UTF_8));
        String line =
                "{\"device\": \"%s\", \"message\": \"heartbeat\", \"payload\": {\"id\": 1, \"at\": \"%s\", \"floor\": 3, \"door\": \"closed\"}}\n"
                        .formatted(SERIAL, demo.bean(Clock.class).instant());
        Answer said = demo.visitor()
                .with("Authorization", "Basic " + pair)
                .postRaw("/api/sensing/batch", line.getBytes(UTF_8));
        assertThat(said.json().path("taken").asInt()).as(said.text()).isEqualTo(1);
    }
}
