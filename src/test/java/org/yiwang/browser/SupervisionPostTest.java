package org.yiwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.browser.Chromium.DESK;
import static org.yiwang.browser.Chromium.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningDemo;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;

/** The supervision post: the ladder climbs by the clock, the supervisor raises further, the unit signs. */
@Tag("browser")
public class SupervisionPostTest {
    /** How a case begins that this test gives a day before the opening. */
    public static final String LEFT_LYING = "弄堂口堆物无人清理";

    private static final Tenant TENANT = new Tenant(310110018);
    /** A Friday a week before the demonstration opens: its limits are past, three working days and more. */
    private static final Instant FRIDAY = Instant.parse("2021-12-24T01:00:00Z");

    private static final LocatorAssertions.HasTextOptions CLIMBING =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    @Test
    void a_case_climbs_to_the_yellow_card_by_the_clock_the_supervisor_raises_it_and_its_unit_signs_on_the_phone()
            throws Exception {
        RunningDemo demo = RunningDemo.loaded();
        try (Chromium chromium = new Chromium(demo)) {
            StoredCase left = leftLying(demo);
            Page desk = chromium.staff("supervisor", DESK, "/desk/supervision/now");
            Locator row = desk.locator("[data-case='" + left.number() + "']");
            assertThat(row.locator(".level")).hasText("黄牌", CLIMBING);
            assertThat(row).containsText("系统按时限升为黄牌");
            assertThat(row).containsText("未签收");
            assertCountsAreRight(demo);
            Chromium.keep(desk, "desk-supervised");

            row.locator(".raise").click();
            row.locator("select[name=action]").selectOption("red");
            row.locator("input[name=note]").fill("今天下班前必须清理完毕");
            row.locator("button[type=submit]").click();
            assertThat(row.locator(".level")).hasText("红牌");
            assertThat(row).containsText("严惠芳 升为红牌");
            assertThat(row).containsText("今天下班前必须清理完毕");

            Page phone = chromium.staff(
                    "handler-chengguan", PHONE, "/m/case/" + left.file().id());
            assertThat(phone.locator(".tags em")).hasText("红牌");
            Moves.send(Moves.begin(phone, "acknowledge"));
            assertThat(row).containsText("签收");
            assertThat(row).not().containsText("未签收");
            assertCountsAreRight(demo);
            desk.locator("[data-level='4']").click();
            assertThat(row).isVisible();
            desk.locator("input[name=unsigned]").check();
            assertThat(row).hasCount(0);
            Chromium.keep(desk, "desk-supervised-red");
            assertThat(chromium.complaints).isEmpty();
        }
    }

    /** Registered, given to the squad and taken on a week ago, and nothing done since; the ladder of today finds it. */
    private static StoredCase leftLying(RunningDemo demo) {
        String words = Matter.words(LEFT_LYING);
        Place place =
                new Place(121.54843, 31.27301, "长阳路近许昌路", "31011001800701", new UnitId("c07"), new UnitId("area-1"));
        Actor operator = Actor.staff(person(demo, "operator"));
        StoredCase fresh = demo.bean(CaseIntake.class)
                .take(
                        TENANT,
                        new CaseIntake.Matter(Channel.DESK, "E0501", words, words, null, place, List.of(), null, null),
                        operator,
                        FRIDAY,
                        null);
        UUID id = fresh.file().id();
        ActOnCase act = demo.bean(ActOnCase.class);
        act.act(TENANT, ActOnCase.Request.of(id, "accept", ActionInput.NONE), operator, FRIDAY.plusSeconds(60));
        ActionInput squad =
                new ActionInput.Builder().unit(new UnitId("chengguan")).build();
        act.act(TENANT, ActOnCase.Request.of(id, "dispatch", squad), operator, FRIDAY.plusSeconds(120));
        Actor handler = Actor.staff(person(demo, "handler-chengguan"));
        return act.act(TENANT, ActOnCase.Request.of(id, "claim", ActionInput.NONE), handler, FRIDAY.plusSeconds(300));
    }

    /** Each rung counts what the list of watched cases holds of its level, and so do those not signed for. */
    private static void assertCountsAreRight(RunningDemo demo) {
        HttpVisitor supervisor = demo.signedIn("supervisor");
        JsonNode rungs = supervisor.get("/api/v1/supervision").json().get("rungs");
        List<JsonNode> watched = supervisor
                .get("/api/v1/cases?view=watch&limit=200")
                .json()
                .get("items")
                .valueStream()
                .toList();
        assertThat(watched).isNotEmpty();
        for (JsonNode rung : rungs) {
            int level = rung.path("level").asInt();
            assertThat(rung.path("cases").asInt()).isEqualTo((int)
                    watched.stream().filter(one -> is(one, level)).count());
            assertThat(rung.path("unsigned").asInt()).isEqualTo((int) watched.stream()
                    .filter(one -> is(one, level)
                            && !one.path("supervisionAcknowledged").asBoolean())
                    .count());
        }
    }

    private static boolean is(JsonNode one, int level) {
        return one.path("supervision").asInt() == level;
    }

    private static Staff person(RunningDemo demo, String login) {
        return demo.bean(People.class).all(TENANT).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
