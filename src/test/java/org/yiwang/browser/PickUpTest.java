package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningDemo;

/** An old sofa from the resident's wish to the closed trip, and what happens where it is still there. */
@Tag("browser")
class PickUpTest {
    private static final String MARK = "长阳路取件" + System.nanoTime() % 1_000_000;

    private final RunningDemo demo = RunningDemo.loaded();

    PickUpTest() throws InterruptedException {}

    @Test
    void a_sofa_is_booked_moved_routed_picked_up_offline_weighed_closed_and_complained_about() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page resident = chromium.someone(PHONE, "zh-CN");
            book(resident);
            String day = moved(resident);
            other(day, 121.5462, 31.2710, "另一处" + MARK);

            Page desk = chromium.staff("head-lvrong", DESK, "/desk/bookings");
            makeTrip(desk, day);
            String trip = desk.url().replaceAll(".*/trips/", "");

            Page crew = chromium.staff("handler-lvrong", PHONE, "/m/trips");
            work(crew, trip);
            weigh(crew);
            desk.reload();
            assertThat(desk.locator("[data-difference]")).containsText("超过允许范围");
            Chromium.keep(desk, "pickup-desk-difference");
            desk.locator("[data-step=close]").click();
            assertThat(desk.locator(".error")).containsText("请先说明原因");
            explain(crew);
            desk.reload();
            desk.locator("[data-step=close]").click();
            assertThat(desk.locator(".trip [data-state]")).hasText("已关闭");
            Chromium.keep(desk, "pickup-desk-closed");

            complain(resident);
            desk.locator(".trip li a").filter(has(MARK)).first().click();
            String opened = desk.locator("[data-case]").getAttribute("href");
            Page chief = chromium.staff("chief", DESK, opened);
            assertThat(chief.getByText("大件垃圾预约未收").first()).isVisible();
            assertThat(chief.locator("body")).containsText("沙发还在楼下");
            Chromium.keep(chief, "pickup-case");
            figures(desk);
            // What was refused and cut off on purpose stands on the console too.
            assertThat(chromium.complaints)
                    .allMatch(one ->
                            one.contains("409") || one.contains("422") || one.contains("ERR_INTERNET_DISCONNECTED"));
        }
    }

    @Test
    void a_committee_that_books_outside_its_own_ground_is_told_who_can_in_english_too() throws Exception {
        try (Chromium chromium = new Chromium(demo)) {
            Page desk = chromium.staff("committee-c05", DESK, "/desk/bookings", "en");
            desk.locator("[data-do=book]").click();
            assertThat(desk.locator("canvas").first()).isVisible();
            desk.locator(".map [data-drawn]").first().waitFor();
            Locator map = desk.locator(".map .canvas");
            map.focus();
            map.press("Enter");
            assertThat(desk.locator("input[name=address]")).not().hasValue("");
            desk.locator("[data-goods=mattress] button").last().click();
            desk.locator(".slots button:not([disabled])").first().click();
            desk.locator("input[name=phone]").fill("13900001234");
            Chromium.keep(desk, "pickup-committee-en");
            desk.locator("form.book button[type=submit]").click();
            assertThat(desk.locator("form.book .error")).containsText("not yours to book for");
            Chromium.keep(desk, "pickup-committee-refused-en");
            assertThat(chromium.complaints).allMatch(one -> one.contains("403"));
        }
    }

    private static void book(Page resident) {
        resident.navigate("/m");
        resident.locator("[data-way=book]").click();
        resident.locator("[data-offering=bulky]").click();
        Locator sofa = resident.locator("[data-goods=sofa] button").last();
        sofa.click();
        sofa.click();
        resident.locator("[data-goods=appliance] button").last().click();
        Chromium.keep(resident, "pickup-goods");
        next(resident);
        assertThat(resident.locator("input[name=address]")).not().hasValue("");
        resident.locator("input[name=address]").fill(MARK);
        next(resident);
        resident.locator("[data-slot$='08:30']:not([disabled])").first().click();
        Chromium.keep(resident, "pickup-slots");
        next(resident);
        resident.locator("input[name=phone]").fill("打电话");
        next(resident);
        assertThat(resident.locator(".error")).containsText("请填写能联系到您的号码");
        resident.locator("input[name=phone]").fill("13800004321");
        resident.locator("textarea[name=note]").fill("六楼，没有电梯，放在楼下");
        Chromium.keep(resident, "pickup-contact");
        next(resident);
        assertThat(resident.locator("[data-state=booked]")).isVisible();
        Chromium.keep(resident, "pickup-booked");
    }

    /** To the afternoon of the same day; answers the day. */
    private static String moved(Page resident) {
        resident.locator("[data-step=change]").click();
        Locator later = resident.locator("[data-slot$='13:30']:not([disabled])").first();
        String day = later.getAttribute("data-slot").split(" ")[0];
        later.click();
        resident.locator("[data-send=change]").click();
        assertThat(resident.locator(".promise b")).containsText("13:30");
        return day;
    }

    private void other(String day, double lon, double lat, String address) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("pack", "waste");
        wish.put("name", "bulky");
        wish.put("day", day);
        wish.put("begins", "08:30");
        wish.put("ends", "11:30");
        wish.put("place", Map.of("lon", lon, "lat", lat, "address", address));
        wish.put("goods", List.of(Map.of("goods", "mattress", "count", 1)));
        wish.put("phone", "13700008888");
        Answer booked = demo.signedIn("operator").post("/api/v1/bookings", wish);
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    }

    private static void makeTrip(Page desk, String day) {
        desk.locator("input[name=day]").fill(day);
        assertThat(desk.locator(".list button").filter(has(MARK))).hasCount(2);
        desk.locator("[data-do=make]").click();
        Locator stops = desk.locator(".maker li");
        assertThat(stops.filter(has(MARK))).hasCount(2);
        assertThat(stops.first()).containsText("另一处");
        Chromium.keep(desk, "pickup-proposal");
        stops.first().locator("[data-move=down]").click();
        assertThat(stops.first()).not().containsText("另一处");
        desk.locator(".maker select[name=crew]").selectOption(new SelectOption().setLabel("冯德明"));
        desk.locator(".maker button[type=submit]").click();
        assertThat(desk.locator(".trip [data-state]")).hasText("待派车");
        desk.locator(".trip [data-step=give]").click();
        assertThat(desk.locator(".trip [data-state]")).hasText("收运中");
        Chromium.keep(desk, "pickup-trip");
    }

    private static void work(Page crew, String trip) throws Exception {
        crew.waitForFunction("() => navigator.serviceWorker.controller !== null");
        crew.navigate("/m/trips");
        crew.locator("a.trip[href$='" + trip + "']").click();
        assertThat(crew.locator("a.stop").filter(has(MARK))).hasCount(2);
        Chromium.keep(crew, "pickup-crew-trip");
        crew.locator("a.stop").filter(has(MARK)).first().click();
        crew.locator("[data-reveal]").click();
        crew.locator("[data-purpose=appointment]").click();
        assertThat(crew.locator("a[href^='tel:']")).hasText("13800004321");
        crew.context().setOffline(true);
        photograph(crew, "before");
        photograph(crew, "after");
        crew.locator("input[name=kg-wood]").fill("90");
        crew.locator("input[name=kg-electrical]").fill("45");
        Chromium.keep(crew, "pickup-crew-stop");
        crew.locator("form.settle button[type=submit]").click();
        assertThat(crew.locator("a.stop").filter(has(MARK)).first()).containsText("等待发出");
        Chromium.keep(crew, "pickup-crew-offline");
        crew.context().setOffline(false);
        assertThat(crew.locator("a.stop").filter(has(MARK)).first()).containsText("已收运");
        crew.locator("a.stop").filter(has("另一处")).first().click();
        crew.locator("[data-way=miss]").click();
        photograph(crew, "before");
        crew.locator("textarea[name=note]").fill("敲门无人应答");
        crew.locator("form.settle button[type=submit]").click();
        assertThat(crew.locator("a.stop").filter(has("另一处")).first()).containsText("无人在场");
    }

    private static void weigh(Page crew) {
        crew.locator("[data-step=weigh]").click();
        crew.locator("input[name=ticket]").fill("BD" + MARK.hashCode());
        crew.locator("input[name=gross]").fill("5300");
        crew.locator("input[name=tare]").fill("5000");
        crew.locator("form button[type=submit]").click();
        assertThat(crew.locator("[data-difference]")).containsText("超过允许范围");
        Chromium.keep(crew, "pickup-crew-weighed");
    }

    private static void explain(Page crew) {
        crew.locator("[data-step=explain]").click();
        crew.locator("textarea[name=note]").fill("随车另有一处路边弃置床架，已一并清走");
        crew.locator("form button[type=submit]").click();
        assertThat(crew.locator("dl")).containsText("路边弃置床架");
    }

    private static void complain(Page resident) {
        resident.reload();
        assertThat(resident.locator("[data-state=served]")).containsText("135 千克");
        resident.locator("[data-step=dispute]").click();
        resident.locator("textarea[name=note]").fill("沙发还在楼下");
        resident.locator("form button[type=submit]").click();
        assertThat(resident.locator(".told")).containsText("已转交处理");
        Chromium.keep(resident, "pickup-resident-served");
    }

    private static void figures(Page desk) {
        desk.navigate("/desk/figures/waste/collection-trips");
        assertThat(desk.locator("body")).containsText("收运车次");
        Chromium.keep(desk, "pickup-figures");
    }

    private static void photograph(Page crew, String which) throws Exception {
        Locator where = crew.locator("[data-photos=" + which + "]");
        where.locator("input[type=file]").first().setInputFiles(Moves.photo(which.equals("after")));
        assertThat(where.locator("figure")).hasCount(1);
    }

    private static void next(Page resident) {
        resident.locator(".foot button[type=submit]:not([disabled])").click();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
