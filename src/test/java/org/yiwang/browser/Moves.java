package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiwang.demonstration.drawing.Drawing;

/** What people do on the screens, whatever the story. */
final class Moves {
    private Moves() {}

    /** A resident reports a shop that trades beyond its door, with a photo. */
    static void report(Page resident, String words) throws IOException {
        resident.navigate("/m");
        resident.locator("input[type=file]").first().setInputFiles(photo(false));
        assertThat(resident.locator("input[name=address]")).not().hasValue("");
        button(resident, "下一步").click();
        resident.getByRole(AriaRole.SEARCHBOX).fill("跨门");
        resident.locator("[data-code=E0501]").first().click();
        resident.locator("textarea").fill(words);
        button(resident, "提交").click();
        resident.waitForURL("**/m/r/*");
    }

    /** The number on a resident's page. */
    static String number(Page resident) {
        assertThat(resident.locator("body")).containsText(Pattern.compile("DQ\\d{8}-R-\\d{4}"));
        var found = Pattern.compile("DQ\\d{8}-R-\\d{4}")
                .matcher(resident.locator("body").innerText());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Takes an action on the desk, with what its form asks for by the names of its fields. */
    static void act(Page desk, String action, Map<String, String> fields) {
        desk.locator(".actions")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
        fields.forEach((name, value) -> fill(desk.locator("form.action [name=" + name + "]"), value));
        desk.locator("form.action button[type=submit]").click();
        desk.locator("form.action").waitFor(gone());
    }

    private static void fill(Locator field, String value) {
        if (field.evaluate("field => field.tagName").equals("SELECT")) field.selectOption(value);
        else field.fill(value);
    }

    /** Opens the sheet of an action that stands at the foot of the page. */
    static Locator begin(Page phone, String action) {
        phone.locator(".foot [data-action=" + action + "]").click();
        return shown(phone);
    }

    private static Locator shown(Page phone) {
        Locator sheet = phone.locator(".sheet form");
        sheet.waitFor();
        return sheet;
    }

    /** Takes a photo and waits until the device has made it small: what is sent before that goes without it. */
    static void photograph(Locator where, boolean settled) throws IOException {
        where.locator("input[type=file]").first().setInputFiles(photo(settled));
        assertThat(where.locator("figure")).hasCount(1);
    }

    /** Opens the sheet of an action that is asked for seldom. */
    static Locator beginFromMenu(Page phone, String action) {
        phone.locator(".foot button[aria-expanded]").click();
        phone.locator(".menu [data-action=" + action + "]").click();
        return shown(phone);
    }

    /** Sends the sheet and waits until it has gone. */
    static void send(Locator sheet) {
        sheet.locator("button[type=submit]").click();
        sheet.waitFor(gone());
    }

    static FilePayload photo(boolean settled) throws IOException {
        return new FilePayload("IMG_0001.jpg", "image/jpeg", Drawing.jpeg("shop", settled, 0));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    static void told(String screen, long since) {
        System.out.printf(
                "%s after %d ms%n",
                screen, Duration.ofNanos(System.nanoTime() - since).toMillis());
    }
}
