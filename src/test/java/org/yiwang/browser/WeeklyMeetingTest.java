package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;

/** From the meeting to a task, from the task to its unit's phone, and back to whoever verifies it. */
@Tag("browser")
class WeeklyMeetingTest {
    @Test
    void a_matter_of_the_meeting_becomes_a_task_that_its_unit_does_on_the_phone_and_the_supervisor_verifies()
            throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            String mark = "例会" + System.nanoTime() % 1_000_000;
            Page chair = chromium.staff("supervisor", DESK, "/desk/meetings");
            Moves.button(chair, "召开例会").click();
            chair.locator("input[name=matter]").fill(mark);
            Moves.button(chair, "加议题").click();
            Locator matter = chair.locator("article").filter(new Locator.FilterOptions().setHasText(mark));
            Chromium.keep(chair, "desk-meeting");
            matter.locator("button.decide").click();
            matter.locator("select[name=unit]").selectOption("chengguan");
            matter.locator("input[name=due]").fill(workday());
            matter.locator("input[name=proof]").fill("整改前后照片");
            Chromium.keep(chair, "desk-meeting-decide");
            matter.locator("form.item button[type=submit]").click();
            assertThat(matter.locator(".ruling")).containsText("交办");

            Page head = chromium.staff("head-chengguan", PHONE, "/m/items");
            head.locator("a.item")
                    .filter(new Locator.FilterOptions().setHasText(mark))
                    .click();
            head.locator("[data-step=accept]").click();
            head.locator("form.step button[type=submit]").click();
            head.locator("[data-step=hand-in]").click();
            head.locator("textarea[name=note]").fill("六户已全部收回门内，签了承诺书");
            head.locator("form.step input[type=file]").setInputFiles(Moves.photo(true));
            assertThat(head.locator("form.step figure")).hasCount(1);
            head.locator("form.step button[type=submit]").click();
            assertThat(head.locator("body")).containsText("待销项");
            Chromium.keep(head, "phone-list-item");

            matter.getByText("查看事项").click();
            chair.locator("[data-step=verify]").click();
            chair.locator("form.step button[type=submit]").click();
            assertThat(chair.locator(".state")).hasText("已销项");
            assertThat(chair.locator(".strip img")).hasCount(1);
            Chromium.keep(chair, "desk-list-item");
            chair.navigate("/desk/lists");
            chair.locator("aside a")
                    .filter(new Locator.FilterOptions().setHasText("例会交办 2"))
                    .click();
            chair.locator("nav button")
                    .filter(new Locator.FilterOptions().setHasText("全部"))
                    .click();
            assertThat(chair.locator("table")).containsText(mark);
            Chromium.keep(chair, "desk-lists");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** A Thursday that offices work, two weeks after the day on which the demonstration opens. */
    private static String workday() {
        return "2022-01-13";
    }
}
