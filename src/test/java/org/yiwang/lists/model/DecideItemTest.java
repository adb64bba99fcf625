package org.yiwang.lists.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Tenant;

class DecideItemTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 11, 9);
    private static final Instant NOW = Instant.parse("2021-11-09T01:30:00Z");
    private static final Staff HEAD = staff("chengguan", Role.UNIT_LEAD);
    private static final Staff HANDLER = staff("chengguan", Role.HANDLER);
    private static final Staff HELPER = staff("shichang", Role.UNIT_LEAD);
    private static final Staff STRANGER = staff("c01", Role.COMMITTEE);
    private static final Staff SUPERVISOR = staff("centre", Role.SUPERVISOR);
    private static final UUID PHOTO = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Item item = Item.given(UUID.randomUUID(), UUID.randomUUID(), 1, task(null), NOW);

    @Test
    void an_item_is_accepted_worked_on_handed_in_and_verified_by_somebody_of_another_unit() {
        assertThat(refused(HEAD, Step.HAND_IN, "办好了")).isEqualTo("lists.not-now");
        take(HEAD, Step.ACCEPT, "");
        take(HELPER, Step.REPORT, "已上门两户");
        take(HEAD, Step.HAND_IN, "六户全部整改");
        assertThat(refused(HEAD, Step.VERIFY, "")).isEqualTo("lists.not-yours");
        take(SUPERVISOR, Step.VERIFY, "");
        assertThat(item.state()).isEqualTo(ItemState.DONE);
        assertThat(item.endedAt()).isEqualTo(NOW);
    }

    @Test
    void what_came_back_counts_and_can_be_handed_in_again() {
        take(HEAD, Step.ACCEPT, "");
        take(HEAD, Step.HAND_IN, "好了");
        assertThat(refused(SUPERVISOR, Step.SEND_BACK, " ")).isEqualTo("lists.no-note");
        take(SUPERVISOR, Step.SEND_BACK, "照片看不清");
        assertThat(item.state()).isEqualTo(ItemState.UNDER_WAY);
        assertThat(item.sentBack()).isEqualTo(1);
        take(HEAD, Step.HAND_IN, "重拍了");
        assertThat(item.state()).isEqualTo(ItemState.HANDED_IN);
    }

    @Test
    void without_the_photos_that_were_agreed_it_cannot_be_handed_in() {
        take(HEAD, Step.ACCEPT, "");
        assertThat(refusal(HEAD, Step.HAND_IN, input("好了", null, List.of()))).isEqualTo("lists.no-proof");
    }

    @Test
    void more_time_is_asked_before_the_last_day_ends_and_decided_by_whoever_gave_it_out() {
        LocalDate later = TODAY.plusDays(20);
        assertThat(refusal(HEAD, Step.ASK_TIME, input("缺材料", TODAY.plusDays(3), List.of())))
                .isEqualTo("lists.not-later");
        take(HEAD, Step.ASK_TIME, input("缺材料", later, List.of()));
        assertThat(item.ask()).isEqualTo(later);
        assertThat(refusal(HEAD, Step.ASK_TIME, input("缺材料", later, List.of()))).isEqualTo("lists.nothing-asked");
        assertThat(refused(HEAD, Step.GRANT_TIME, "")).isEqualTo("lists.not-yours");
        take(SUPERVISOR, Step.GRANT_TIME, "");
        assertThat(item.task().due()).isEqualTo(later);
        assertThat(item.ask()).isNull();
        assertThat(item.extensions()).isEqualTo(1);
    }

    @Test
    void once_it_is_late_no_more_time_can_be_asked() {
        LocalDate after = item.task().due().plusDays(1);
        Decision<ItemEvent> decision =
                new DecideItem(item, HEAD).take(Step.ASK_TIME, input("来不及", after.plusDays(5), List.of()), after, NOW);
        assertThat(code(decision)).isEqualTo("lists.too-late");
        assertThat(item.isLate(after)).isTrue();
        assertThat(item.isLate(item.task().due())).isFalse();
    }

    @Test
    void it_is_not_verified_while_cases_are_open_unless_somebody_says_why() {
        take(HEAD, Step.ACCEPT, "");
        take(HEAD, Step.HAND_IN, "好了");
        List<String> open = List.of("DQ20211109-H-0001");
        assertThat(refusal(SUPERVISOR, Step.VERIFY, new DecideItem.Input(3, "", null, List.of(), open, false)))
                .isEqualTo("lists.cases-open");
        assertThat(refusal(SUPERVISOR, Step.VERIFY, new DecideItem.Input(3, "", null, List.of(), open, true)))
                .isEqualTo("lists.no-note");
        take(SUPERVISOR, Step.VERIFY, new DecideItem.Input(3, "转常态管理", null, List.of(), open, true));
        assertThat(item.state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void a_chase_counts_until_the_unit_signs_for_it() {
        take(SUPERVISOR, Step.CHASE, "明天上午回报");
        take(SUPERVISOR, Step.CHASE, "请抓紧");
        assertThat(item.chases()).isEqualTo(2);
        assertThat(item.acknowledged()).isFalse();
        take(HEAD, Step.ACKNOWLEDGE, "");
        assertThat(item.acknowledged()).isTrue();
        assertThat(refused(HEAD, Step.ACKNOWLEDGE, "")).isEqualTo("lists.nothing-asked");
    }

    @Test
    void where_a_person_is_named_only_that_person_and_the_head_act_for_the_unit() {
        Staff named = staff("chengguan", Role.HANDLER);
        item = Item.given(UUID.randomUUID(), UUID.randomUUID(), 1, task(named.id()), NOW);
        assertThat(refused(HANDLER, Step.ACCEPT, "")).isEqualTo("lists.not-yours");
        assertThat(new DecideItem(item, named).open()).contains(Step.ACCEPT);
        assertThat(new DecideItem(item, HEAD).open()).contains(Step.ACCEPT);
        assertThat(new DecideItem(item, STRANGER).open()).isEmpty();
    }

    @Test
    void whoever_saw_an_older_version_is_told_that_it_changed() {
        DecideItem.Input seen = new DecideItem.Input(1, "", null, List.of(), List.of(), false);
        take(HEAD, Step.ACCEPT, "");
        assertThat(code(new DecideItem(item, HEAD).take(Step.HAND_IN, seen, TODAY, NOW)))
                .isEqualTo("lists.stale");
    }

    @Test
    void every_step_that_is_offered_can_be_taken_and_no_other() {
        List<Staff> people = List.of(HEAD, HANDLER, HELPER, STRANGER, SUPERVISOR);
        List<Item> seen = new ArrayList<>(List.of(item));
        for (int i = 0; i < seen.size() && seen.size() < 200; i++) {
            item = seen.get(i);
            for (Staff person : people)
                for (Step step : Step.values()) {
                    Decision<ItemEvent> decision = new DecideItem(item, person)
                            .take(step, input("说明", item.task().due().plusDays(5), List.of(PHOTO)), TODAY, NOW);
                    assertThat(decision instanceof Decision.Granted)
                            .as("%s %s", item.state(), step)
                            .isEqualTo(new DecideItem(item, person).open().contains(step));
                    if (decision instanceof Decision.Granted<ItemEvent>(ItemEvent event)) seen.add(item.after(event));
                }
        }
        assertThat(seen).hasSizeGreaterThan(50);
        assertThat(seen.stream().map(Item::state)).contains(ItemState.values());
    }

    private void take(Staff person, Step step, String note) {
        take(person, step, input(note, null, List.of(PHOTO)));
    }

    private void take(Staff person, Step step, DecideItem.Input input) {
        item = item.after(
                new DecideItem(item, person).take(step, input, TODAY, NOW).orThrow());
    }

    private String refused(Staff person, Step step, String note) {
        return refusal(person, step, input(note, null, List.of(PHOTO)));
    }

    private String refusal(Staff person, Step step, DecideItem.Input input) {
        return code(new DecideItem(item, person).take(step, input, TODAY, NOW));
    }

    private static String code(Decision<ItemEvent> decision) {
        return ((Decision.Refused<ItemEvent>) decision).refusal().code();
    }

    private DecideItem.Input input(String note, @Nullable LocalDate day, List<UUID> photos) {
        return new DecideItem.Input(item.version(), note, day, photos, List.of(), false);
    }

    private static Task task(@Nullable UUID person) {
        return new Task(
                "长阳路六户跨门营业整治",
                "",
                new UnitId("chengguan"),
                person,
                List.of(new UnitId("shichang")),
                TODAY.plusDays(10),
                "整改前后照片",
                1);
    }

    private static Staff staff(String unit, Role role) {
        UnitId own = new UnitId(unit);
        return new Staff(
                UUID.randomUUID(),
                new Tenant(310110018),
                unit,
                unit,
                unit,
                own,
                Set.of(role),
                Access.sight(Set.of(role), own, Set.of(), Set.of()));
    }
}
