package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.MakeLists;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** An inspector counts bags at a drop-off point; the desk shows how well its estate sorts; and guides are withdrawn on trial, against estates that keep theirs. */
@Tag("browser")
class SortingTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final String POINT = "TF901";
    private static final String LABEL = "抽查用投放点";

    @Test
    void bags_are_counted_on_the_phone_without_a_network_and_the_desk_shows_what_they_say() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        EntryFacts building = unsupervised(demo);
        String estate = building.data().path("estate").asString("");
        LonLat place = place(demo);
        var admin = demo.signedIn("admin");
        assertThat(admin.post(
                                "/api/v1/registers/waste-point/entries",
                                Map.of(
                                        "data",
                                        Map.of(
                                                "code",
                                                POINT,
                                                "name",
                                                LABEL,
                                                "building",
                                                building.key(),
                                                "kind",
                                                "timed",
                                                "supervised",
                                                true),
                                        "lon",
                                        place.lon(),
                                        "lat",
                                        place.lat()))
                        .status())
                .isEqualTo(201);
        demo.bean(MakeLists.class).at(RunningDemo.OPENING.plusSeconds(60));
        try (Chromium chromium = new Chromium(demo)) {
            Page phone = chromium.staff("inspector-c01", Chromium.PHONE, "/m/rounds");
            phone.locator("a[data-stop='" + POINT + "']").click();
            number(phone, "wet-looked").waitFor();
            phone.context().setOffline(true);
            number(phone, "wet-looked").fill("20");
            number(phone, "wet-correct").fill("21");
            assertThat(phone.locator("[data-question=wet-correct] .fault")).containsText("不能超过“湿垃圾：查看”的 20");
            number(phone, "wet-correct").fill("17");
            assertThat(phone.locator("[data-question=wet-correct] .fault")).hasCount(0);
            Map.of(
                            "dry-looked",
                            "18",
                            "dry-correct",
                            "16",
                            "recyclable-looked",
                            "4",
                            "recyclable-correct",
                            "4",
                            "hazardous-looked",
                            "0",
                            "hazardous-correct",
                            "0")
                    .forEach((name, value) -> number(phone, name).fill(value));
            phone.locator("[data-question=contamination]").getByText("湿垃圾未破袋").click();
            phone.locator("[data-question=guide]")
                    .getByText("是", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Moves.photograph(phone.locator("form"), false);
            Chromium.keep(phone, "mobile-sorting-check");
            phone.locator("form button[type=submit]").click();
            assertThat(phone.locator(".line")).containsText("1 件待发");
            phone.context().setOffline(false);
            assertThat(phone.locator("a[data-stop='" + POINT + "']")).hasCount(0);

            Page desk = chromium.staff("chief", Chromium.DESK, "/desk/sorting");
            Locator row = desk.locator("[data-estate='" + estate + "']");
            assertThat(row).containsText("样本不足");
            assertThat(row).containsText(Pattern.compile("88\\.1%.*1 次 · 42 袋"));
            assertThat(desk.locator("[data-estate]").first()).containsText("1");
            Chromium.keep(desk, "desk-sorting");
            row.locator("a").click();
            assertThat(desk.locator("[data-checks]")).containsText("37 / 42");
            assertThat(desk.locator("[data-checks]")).containsText("17/20 · 16/18 · 4/4 · 0/0");
            assertThat(desk.locator("[data-checks]")).containsText("湿垃圾未破袋");
            Chromium.keep(desk, "desk-sorting-estate");
            assertThat(chromium.complaints)
                    .allMatch(one -> one.contains("/m/rounds") && one.contains("ERR_INTERNET_DISCONNECTED"));
        }
    }

    @Test
    void a_trial_is_planned_against_like_estates_fixed_watched_and_ended_with_a_reason() throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("head-lvrong", Chromium.DESK, "/desk/sorting/trials");
            Locator pilots = desk.locator("[data-trial=running]").filter(new Locator.FilterOptions().setHasText("富天苑"));
            pilots.click();
            assertThat(desk.locator("[data-result=correct] [data-chart]")).isVisible();
            assertThat(desk.locator("[data-result=overflow]")).containsText("没有数据不等于没有告警");
            assertThat(desk.locator("[data-warning=no-devices]")).isVisible();
            assertThat(desk.locator("[data-step=extend]")).containsText("当时所知");
            desk.locator("[data-result=correct] summary").click();
            Chromium.keep(desk, "desk-trial-pilots");

            desk.locator("[data-new]").click();
            Locator form = desk.locator("[data-trial-form]");
            form.locator("[name=title]").fill("三点先行试撤");
            form.locator("[name=purpose]").fill("看看高峰时段没有指导员行不行");
            Locator estates = form.locator("select[name=estate]");
            assertThat(estates.locator("option").nth(5)).isAttached();
            estates.selectOption(estates.locator("option").all().stream()
                    .map(option -> option.getAttribute("value"))
                    .filter(name -> !name.isEmpty() && !name.equals("富天苑") && !name.equals("长阳新苑"))
                    .sorted()
                    .toList()
                    .getLast());
            assertThat(form.locator("[data-chosen] tr").first()).isVisible();
            form.locator("[data-chosen] input[type=date]").all().forEach(day -> day.fill("2021-12-31"));
            form.locator("[name=before]").fill("90");
            form.locator("[name=after]").fill("60");
            form.locator("[name=putBackAt]").fill("4");
            form.locator("[data-find]").click();
            assertThat(form.locator("[data-like] input:checked")).hasCount(8);
            Locator last = form.locator("[data-like] tr[data-estate]").last();
            last.locator("input[type=checkbox]").check();
            last.locator("input[maxlength]").fill("居委愿意每周多查一次");
            Chromium.keep(desk, "desk-trial-form");
            form.locator("button[type=submit]").click();
            assertThat(desk.locator("[data-state]")).hasText("方案中");
            assertThat(desk.locator("[data-compared]").last()).containsText("居委愿意每周多查一次");
            act(desk, "start", "");
            assertThat(desk.locator("[data-state]")).hasText("进行中");
            assertThat(desk.locator("[data-action=edit]")).hasCount(0);
            assertThat(desk.locator("[data-action=withdraw]")).hasCount(0);
            assertThat(desk.locator("[data-warning=still-running]")).isVisible();

            desk.locator("[data-action=put-back-point]").click();
            desk.locator("[data-act] [name=point]").selectOption(new SelectOption().setIndex(1));
            desk.locator("[data-act] [name=note]").fill("门口堆了六袋");
            desk.locator("[data-act] button[type=submit]").click();
            assertThat(desk.locator("[data-treated]")).containsText("门口堆了六袋");
            act(desk, "put-back", "居民意见大，全部恢复");
            assertThat(desk.locator("[data-state]")).hasText("已恢复指导员");
            assertThat(desk.locator("[data-step=put-back]")).containsText("居民意见大，全部恢复");
            Chromium.keep(desk, "desk-trial-ended");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    private static void act(Page desk, String action, String note) {
        desk.locator("[data-action=" + action + "]").click();
        if (!note.isEmpty()) desk.locator("[data-act] [name=note]").fill(note);
        desk.locator("[data-act] button[type=submit]").click();
    }

    private static Locator number(Page phone, String name) {
        return phone.locator("[data-question=" + name + "] input");
    }

    /** A building of an estate none of whose points is checked. */
    private static EntryFacts unsupervised(RunningDemo demo) {
        Entries entries = demo.bean(Entries.class);
        Map<String, String> estates = entries.all(TENANT, "building").stream()
                .filter(one -> one.data().has("estate"))
                .collect(Collectors.toMap(
                        EntryFacts::key, one -> one.data().path("estate").asString("")));
        Set<String> supervised = entries.all(TENANT, "waste-point").stream()
                .filter(one -> one.data().path("supervised").asBoolean(false))
                .map(one -> estates.getOrDefault(one.data().path("building").asString(""), ""))
                .collect(Collectors.toSet());
        return entries.all(TENANT, "building").stream()
                .filter(one -> estates.containsKey(one.key()) && !supervised.contains(estates.get(one.key())))
                .findFirst()
                .orElseThrow();
    }

    /** In a cell that the inspector walks. */
    private static LonLat place(RunningDemo demo) {
        Territory territory = demo.bean(Territories.class).of(TENANT);
        for (int i = 0; i < territory.cells().size(); i++)
            if (territory.cells().get(i).committee().equals("c01")) return territory.middleOf(i);
        throw new IllegalStateException("No cell of c01");
    }
}
