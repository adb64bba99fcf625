package org.yiwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.notification.Clerks.DAQIAO;
import static org.yiwang.notification.Clerks.LI;
import static org.yiwang.notification.Clerks.ZHANG;
import static org.yiwang.platform.feed.FeedFixture.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.notification.NoticeController.NoticePage;
import org.yiwang.notification.NoticeController.NoticeView;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedFixture;
import org.yiwang.platform.feed.FeedRow;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class NoticesTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final UUID CASE = new UUID(0, 7);

    private final FeedFixture world = new FeedFixture(4);
    private final TransactionTemplate transactions = world.transaction();
    private final NoticeStore store = new NoticeStore(world.jdbc);
    private final Notices notices = new Notices(store, world.outbox, new Ids(CLOCK, new Random(7)), transactions);
    private final NoticeController inbox = new NoticeController(store, notices, CLOCK);
    private final NoticeFeed badge = new NoticeFeed(store, JsonMapper.shared());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void each_recipient_finds_the_notice_in_the_own_inbox_and_language() {
        send(null, ZHANG, LI);
        NoticeView mine = page(ZHANG, false).items().getFirst();
        assertThat(mine.title()).isEqualTo("新派遣");
        assertThat(mine.matter()).isEqualTo(CASE);
        assertThat(mine.read()).isFalse();
        assertThat(page(LI, false).unread()).isEqualTo(1);
        assertThat(inbox.inbox(LI, false, null, 50, Locale.ENGLISH)
                        .items()
                        .getFirst()
                        .title())
                .isEqualTo("Dispatched to you");
    }

    @Test
    void a_notice_goes_with_the_transaction_that_it_tells_of() {
        transactions.executeWithoutResult(status -> {
            send(null, ZHANG);
            status.setRollbackOnly();
        });
        assertThat(page(ZHANG, false)).isEqualTo(new NoticePage(List.of(), null, 0));
        assertThat(told()).isZero();
    }

    @Test
    void the_same_reason_tells_the_same_person_once() {
        send("case/7/late", ZHANG);
        send("case/7/late", ZHANG, LI);
        send("case/8/late", ZHANG);
        assertThat(page(ZHANG, false).items()).hasSize(2);
        assertThat(page(LI, false).items()).hasSize(1);
        assertThat(told()).isEqualTo(3);
    }

    @Test
    void reading_takes_a_notice_from_the_unread_and_tells_the_other_screens_once() {
        send(null, ZHANG);
        send(null, ZHANG);
        UUID first = page(ZHANG, false).items().getFirst().id();
        inbox.read(ZHANG, first);
        inbox.read(ZHANG, first);
        assertThat(page(ZHANG, true).items()).hasSize(1).noneMatch(NoticeView::read);
        assertThat(page(ZHANG, true).unread()).isEqualTo(1);
        assertThat(told()).isEqualTo(3);
        inbox.readAll(ZHANG);
        inbox.readAll(ZHANG);
        assertThat(page(ZHANG, true).unread()).isZero();
        assertThat(told()).isEqualTo(4);
    }

    @Test
    void nobody_reads_another_person_s_notice() {
        send(null, ZHANG);
        UUID his = page(ZHANG, false).items().getFirst().id();
        assertThatThrownBy(() -> inbox.read(LI, his)).isInstanceOf(RefusedException.class);
        Staff elsewhere = Clerks.clerk("zhang", new Tenant(310110019));
        assertThatThrownBy(() -> inbox.read(elsewhere, his)).isInstanceOf(RefusedException.class);
        assertThat(page(elsewhere, false).items()).isEmpty();
    }

    @Test
    void the_badge_reaches_its_owner_only_and_counts_at_that_moment() {
        send(null, ZHANG);
        send(null, ZHANG);
        FeedRow row = row(ZHANG.id());
        assertThat(badge.visible(ZHANG, row)).isTrue();
        assertThat(badge.visible(LI, row)).isFalse();
        assertThat(JsonMapper.shared()
                        .readTree(badge.view(ZHANG, row))
                        .get("unread")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) send(null, ZHANG);
        NoticePage first = inbox.inbox(ZHANG, false, null, 4, Locale.CHINA);
        NoticePage second = inbox.inbox(ZHANG, false, first.next(), 4, Locale.CHINA);
        assertThat(second.next()).isNull();
        assertThat(List.of(first, second))
                .flatMap(NoticePage::items)
                .extracting(NoticeView::id)
                .doesNotHaveDuplicates()
                .hasSize(7);
        assertThatThrownBy(() -> inbox.inbox(ZHANG, false, "nonsense", 4, Locale.CHINA))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> inbox.inbox(ZHANG, false, null, 201, Locale.CHINA))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void notices_are_kept_for_a_year() {
        send(null, ZHANG);
        new DeleteOldNotices(store, Clock.offset(CLOCK, DeleteOldNotices.KEPT)).run();
        assertThat(page(ZHANG, false).items()).hasSize(1);
        new DeleteOldNotices(store, Clock.offset(CLOCK, DeleteOldNotices.KEPT.plusSeconds(1))).run();
        assertThat(page(ZHANG, false).items()).isEmpty();
    }

    private void send(@Nullable String once, Staff... to) {
        Words title = new Words("新派遣", "Dispatched to you");
        Words text = new Words("跨门营业 平凉路", "Shop trading on the pavement, Pingliang Road");
        Notice notice = new Notice(NOON, "case-dispatched", false, title, text, CASE, "DQ20211109-G-0042", once);
        notices.send(DAQIAO, List.of(to).stream().map(Staff::id).toList(), notice);
    }

    private NoticePage page(Staff staff, boolean unread) {
        return inbox.inbox(staff, unread, null, 50, Locale.CHINA);
    }

    private int told() {
        return world.jdbc
                .sql("select count(*) from platform.outbox where topic = 'notice'")
                .query(Integer.class)
                .single();
    }

    private static FeedRow row(UUID recipient) {
        String json = "{\"staff\":\"%s\"}".formatted(recipient);
        return new FeedRow(1, DAQIAO, "notice", CASE, JsonMapper.shared().readTree(json), json);
    }
}
