package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.yiwang.RunningDemo;

/** The approval file of a scenario, from the first word to the decision, as five people at their desks see it. */
@Tag("browser")
class ApprovalFileTest {
    private static final String TITLE = "试验场景" + System.nanoTime();

    @Test
    void a_scenario_is_written_returned_written_again_reviewed_and_approved() {
        try (Chromium chromium = new Chromium(RunningDemo.start())) {
            Page owner = chromium.staff("head-fangguan", Chromium.DESK, "/desk/programmes");
            owner.locator("[name=open]").click();
            owner.locator("input[name=title]").fill(TITLE);
            owner.locator("[name=create]").click();
            assertThat(owner.locator("h1")).containsText(TITLE);
            write(owner);
            owner.locator("[data-step=submit]").click();
            assertThat(owner.locator("[data-form=submit]")).containsText("需求应用方案");
            assertThat(owner.locator("[name=take]")).isDisabled();
            paper(owner, "proposal");
            owner.locator("[data-step=submit]").click();
            owner.locator("[name=take]").click();
            assertThat(owner.locator("[data-stage=first-review]")).hasAttribute("aria-current", "step");
            assertThat(owner.locator("[data-edition='1'] [data-answer=aim]")).hasText("半年内减半");
            assertThat(owner.locator("[data-due]")).containsText("应于");
            String path = owner.url().replaceFirst("https?://[^/]+", "");

            Page pingan = chromium.staff("head-pinganban", Chromium.DESK, path);
            opine(pingan, "against", "没有写明消防联动");
            Page supervisor = chromium.staff("supervisor", Chromium.DESK, path);
            supervisor.locator("[data-step=pass]").click();
            assertThat(supervisor.locator("[data-form=pass]")).containsText("有单位不同意");
            assertThat(supervisor.locator("[data-form=pass]")).containsText("初审意见书");
            assertThat(supervisor.locator("[name=take]")).isDisabled();
            supervisor.locator("[data-form=pass] button").first().click();
            supervisor.locator("[data-step=return]").click();
            supervisor.locator("textarea[name=note]").fill("请补充消防联动");
            supervisor.locator("[name=take]").click();
            assertThat(supervisor.locator("[data-stage=returned]")).hasAttribute("aria-current", "step");

            owner.reload();
            fill(owner, "aim", "半年内减半；消防信号优先");
            assertThat(owner.locator("[data-draft=kept]")).isVisible();
            owner.reload();
            assertThat(owner.locator("textarea[name='answers.aim']")).hasValue("半年内减半；消防信号优先");
            paper(owner, "proposal");
            assertThat(owner.locator("[data-paper=proposal]")).containsText("第 2 版");
            owner.locator("[data-step=submit]").click();
            owner.locator("[name=take]").click();
            assertThat(owner.locator("[data-edition='2'] [data-answer=aim]")).containsText("消防信号优先");

            pingan.reload();
            opine(pingan, "conditions", "逐幢试验");
            Page guanli = chromium.staff("head-guanliban", Chromium.DESK, path);
            opine(guanli, "agree", "同意");
            supervisor.reload();
            paper(supervisor, "review");
            supervisor.locator("[data-step=pass]").click();
            supervisor.locator("input[name='answers.reviewer']").fill("区城运中心");
            supervisor.locator("[name=take]").click();
            assertThat(supervisor.locator("[data-stage=reviewed]")).hasAttribute("aria-current", "step");

            Page leader = chromium.staff("leader", Chromium.DESK, path);
            paper(leader, "minutes");
            leader.locator("[data-step=approve]").click();
            leader.locator("input[name='answers.meeting']").fill("区电子政务联席会议");
            leader.locator("input[name='answers.held']").fill("2021-12-30");
            leader.locator("input[name='answers.decision']").fill("纪要〔2021〕9号");
            leader.locator("textarea[name='answers.resolution']").fill("同意立项");
            leader.locator("[name=take]").click();
            assertThat(leader.locator("[data-stage=approved]")).hasAttribute("aria-current", "step");
            assertThat(leader.locator("[data-opinion=pinganban]").first()).containsText("有条件同意");
            assertThat(leader.locator("[data-opinion=guanliban]").first()).containsText("针对第 2 稿");
            Chromium.keep(leader, "desk-approval-file-1440");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    void the_years_files_are_listed_by_stage_and_the_lifts_page_leads_to_its_file_and_back() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("supervisor", Chromium.DESK, "/desk/programmes?text=CJ-2021-00");
            assertThat(desk.locator("[data-file]")).not().hasCount(0);
            for (String title : new String[] {"跨门营业", "河道管理", "内部道路综合管理"})
                assertThat(desk.locator("[data-file]").filter(new Locator.FilterOptions().setHasText(title)))
                        .containsText("初审");
            Chromium.keep(desk, "desk-approval-files-1440");
            Page lifts = chromium.staff("supervisor", Chromium.DESK, "/desk/devices/places/lift-controller");
            lifts.locator("[data-approval] a").first().click();
            assertThat(lifts.locator("h1")).containsText("电梯管控");
            assertThat(lifts.locator("[data-stage=approved]")).hasAttribute("aria-current", "step");
            Chromium.keep(lifts, "desk-approval-lift-1440");
            String path = lifts.url().replaceFirst("https?://[^/]+", "");
            lifts.locator("header a[href*='lift-controller']").click();
            assertThat(lifts.locator("[data-approval]")).isVisible();

            Page english = chromium.staff("supervisor", Chromium.DESK, path, "en");
            assertThat(english.locator("[data-stage=approved]")).containsText("Approved");
            Chromium.keep(english, "desk-approval-lift-1440-en");
            Page paper = chromium.staff("supervisor", Chromium.DESK, path + "/print");
            assertThat(paper.locator("article")).containsText("演示纪要〔2021〕6号");
            Chromium.keep(paper, "desk-approval-print-1440");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void write(Page owner) {
        fill(owner, "problem", "电动自行车进楼");
        fill(owner, "aim", "半年内减半");
        fill(owner, "units", "房管所、平安办");
        fill(owner, "data", "电梯登记表");
        owner.locator("input[name='answers.cost']").fill("68");
        owner.locator("select[name='answers.money']").selectOption("district");
        owner.locator("input[name='answers.owner']").fill("钱慧珍");
        assertThat(owner.locator("[data-draft=writing]")).hasCount(0);
        assertThat(owner.locator("[data-draft=kept]")).isVisible();
    }

    private static void fill(Page page, String field, String text) {
        page.locator("textarea[name='answers." + field + "']").fill(text);
    }

    private static void opine(Page page, String verdict, String text) {
        page.locator("[name=opine]").click();
        page.locator("input[name=verdict][value=" + verdict + "]").check();
        if (verdict.equals("conditions"))
            page.locator("textarea[name=conditions]").fill(text);
        page.locator("textarea[name=opinion]").fill(text);
        page.locator("form button.go").last().click();
        assertThat(page.locator("[data-opinion]").first()).containsText(text);
    }

    private static void paper(Page page, String kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document()) {
            PdfWriter.getInstance(document, out);
            document.open();
            document.add(new Paragraph(kind + System.nanoTime()));
        }
        Locator row = page.locator("[data-paper=" + kind + "]");
        int before = row.locator("a").count();
        String version = row.innerText();
        page.locator("input[name=paper-" + kind + "]")
                .setInputFiles(new FilePayload(kind + ".pdf", "application/pdf", out.toByteArray()));
        assertThat(row.locator("a").first()).isVisible();
        if (before > 0) assertThat(row).not().hasText(version);
    }
}
