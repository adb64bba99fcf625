package org.yiwang.notification;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import tools.jackson.databind.json.JsonMapper;

/** The badge on the live feed: each person's own, counted when it is sent. */
@Component
class NoticeFeed implements FeedTopic<Staff> {
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
    public boolean visible(Staff staff, FeedRow row) {
        return row.payload()
                .path(Notices.RECIPIENT)
                .asString("")
                .equals(staff.id().toString());
    }

    @Override
    public String view(Staff staff, FeedRow row) {
        return json.writeValueAsString(Map.of("id", row.key(), "unread", store.unread(staff.tenant(), staff.id())));
    }
}
