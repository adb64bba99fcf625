package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.scenario.PackageTemplate;

/** A form is changed in the desk, and the phone asks it without anything being restarted. */
@Tag("browser")
class ScenarioPublishedTest {
    private static final String CODE = "KERBST01";

    @Test
    void a_form_published_at_the_desk_is_asked_on_the_phone_at_once() throws Exception {
        try (Chromium chromium = new Chromium(RunningDemo.loaded())) {
            Page desk = chromium.staff("admin", DESK, "/desk/scenarios");
            give(desk, "1.0", text -> text.replace("lead: chengguan ", "lead: street-crew "));
            assertThat(desk.locator(".faults tbody tr").first()).containsText("cases/example.yaml:7");
            assertThat(desk.locator(".faults tbody tr").first()).containsText("street-crew");
            Chromium.keep(desk, "scenario-faults");

            publish(desk, "1.0", text -> text.replace("name: 示例事项", "name: 路缘石破损"));
            Page phone = chromium.someone(PHONE, "zh-CN");
            Locator extent = ask(phone);
            assertThat(extent).containsText("占用程度");
            assertThat(phone.locator("[data-question=hurt]")).hasCount(0);
            extent.locator("[data-id=all]").click();
            assertThat(phone.locator("[data-question=hurt]")).containsText("是否有人受伤");
            Chromium.keep(phone, "scenario-phone");

            publish(desk, "1.1", text -> text.replace("name: 示例事项", "name: 路缘石破损")
                    .replace("占用程度", "破损程度"));
            assertThat(ask(chromium.someone(PHONE, "zh-CN"))).containsText("破损程度");

            desk.locator("button[name=roll-back]").click();
            assertThat(desk.locator("tr[data-version='1.0'] em")).isVisible();
            assertThat(ask(chromium.someone(PHONE, "zh-CN"))).containsText("占用程度");
        }
    }

    @Test
    void a_changed_package_is_tried_on_past_cases_before_it_is_published() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("admin", DESK, "/desk/scenarios");
            publish(desk, "2.0", text -> text.replace("name: 示例事项", "name: 路缘石破损"));
            String number = demo.signedIn("operator")
                    .post(
                            "/api/v1/cases",
                            Map.of(
                                    "category",
                                    CODE,
                                    "description",
                                    "路缘石缺了一块",
                                    "place",
                                    Matter.PLACE,
                                    "answers",
                                    Map.of("extent", "little")))
                    .get("number");
            give(
                    desk,
                    "2.1",
                    text -> text.replace("name: 示例事项", "name: 路缘石破损")
                            + "\nsteps: [{id: fence, name: 设置围挡}]\ndispatch: [{when: answers.extent == 'little', limits: {handle: {amount: 9, unit: days}}, urgency: urgent}]\n");
            desk.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).click();
            desk.locator("tr[data-version='2.1'] button").last().click();
            desk.locator("button[name=dry-run]").click();
            assertThat(desk.locator("[data-dry-run]")).containsText("件会有不同");
            assertThat(desk.locator(".dry tbody tr", new Page.LocatorOptions().setHasText(number)))
                    .containsText("设置围挡");
            Chromium.keep(desk, "scenario-dry-run");
            desk.locator("button[name=publish]").click();
            assertThat(desk.locator("tr[data-version='2.1'] em")).isVisible();
        }
    }

    @Test
    void changed_rules_are_tried_on_what_devices_said_before_they_are_published() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("admin", DESK, "/desk/scenarios");
            give(desk, "lift", lift("9.1"));
            desk.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).click();
            desk.locator("tr[data-version='9.1'] button").last().click();
            Locator trial = desk.locator(".trial");
            Locator row = trial.locator(".rules tr", new Locator.LocatorOptions().setHasText("轿厢有载荷"));
            // The first controller is heard within a minute.
            for (int i = 0; i < 30 && row.count() == 0; i++) {
                trial.locator("button[name=rules-trial]").click();
                assertThat(trial.locator("[data-rules-trial]")).containsText("条告警会有不同");
                desk.waitForTimeout(2_000);
            }
            assertThat(row).containsText("新增");
            row.locator("button").click();
            assertThat(trial.locator(".items tbody tr").first()).containsText("无告警");
            Chromium.keep(desk, "scenario-rules-trial");
        }
    }

    /** With one more rule, which every controller that carries anything breaks. */
    private static Map<String, String> lift(String version) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = Path.of("scenarios", "lift");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                files.put(root.relativize(file).toString(), Files.readString(file));
        }
        files.computeIfPresent(
                "pack.yaml", (path, text) -> text.replaceFirst("version: .*", "version: \"" + version + "\""));
        files.computeIfPresent(
                "rules/lift-controller.yaml",
                (path, text) -> text.replace(
                        "  rescue:\n",
                        "  loaded:\n    name: 轿厢有载荷\n    on: [heartbeat]\n    raise: load >= 0\n    severity: minor\n  rescue:\n"));
        return files;
    }

    private static void publish(Page desk, String version, UnaryOperator<String> change) throws IOException {
        give(desk, version, change);
        desk.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).click();
        desk.locator("tr[data-version='" + version + "'] button").last().click();
        Locator publish = desk.locator("button[name=publish]");
        assertThat(publish).isEnabled();
        Chromium.keep(desk, "scenario-preview-" + version);
        publish.click();
        assertThat(desk.locator("tr[data-version='" + version + "'] em")).isVisible();
    }

    private static Locator ask(Page phone) {
        phone.navigate("/m/report");
        phone.locator("button[type=submit]").click();
        assertThat(phone.locator("input[name=address]")).not().hasValue("");
        phone.locator("button[type=submit]").click();
        phone.locator(".find input").fill("路缘石");
        phone.locator("[data-code=" + CODE + "]").first().click();
        return phone.locator("[data-question=extent]");
    }

    private static void give(Page desk, String version, UnaryOperator<String> change) throws IOException {
        Map<String, String> files = new TreeMap<>();
        PackageTemplate.of("kerb-stones").forEach((path, text) -> {
            String named = text.replace("version: \"1.0\"", "version: \"" + version + "\"");
            files.put(path, path.startsWith("cases/") ? change.apply(named) : named);
        });
        give(desk, "kerb-stones", files);
    }

    private static void give(Page desk, String id, Map<String, String> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(id + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        desk.locator("input[name=zip]")
                .setInputFiles(new FilePayload(id + ".zip", "application/zip", archive.toByteArray()));
    }
}
