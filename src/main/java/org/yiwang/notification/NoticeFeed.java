package org.yiwang.notification;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import tools.jackson.databind.json.JsonMapper;

/** The badge on the live feed: each person's own, counted when it is sent. */
@Component
class NoticeFeed implements FeedTopic<Staff> {
    /** @param unread how many this person has not read, this one among them */
    record NoticeArrived(UUID id, int unread) {}

    private final NoticeStore store;
    private final JsonMapper json;

    NoticeFeed(NoticeStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String topic() {
        return Notices.TOPIC;
    }

    @Override
    public Class<?> shape() {
        return NoticeArrived.class;
    }

    @Override
    public boolean visible(Staff staff, FeedRow row) {
        return row.payload()
                .path(Notices.RECIPIENT)
                .asString("")
                .equals(staff.id().toString());
    }

    @Override
    public String view(Staff staff, FeedRow row) {
        return json.writeValueAsString(new NoticeArrived(row.key(), store.unread(staff.tenant(), staff.id())));
    }
}
