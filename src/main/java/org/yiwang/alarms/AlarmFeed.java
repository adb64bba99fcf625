package org.yiwang.alarms;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;

/** Alarms on the live feed, for those who may see them. */
@Component
class AlarmFeed implements FeedTopic<Staff> {
    static final String TOPIC = "alarm";

    /**
     * An alarm began or changed.
     *
     * @param what RAISED, WORSE, BETTER, REMINDED, CLEARED; REMARK where a person said something, CASE where it came to a case, TOLD where people were told
     */
    @SchemaName("AlarmChanged")
    record Changed(
            String id,
            String what,
            @Nullable String committee,
            @Nullable String area) {}

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Class<?> shape() {
        return Changed.class;
    }

    @Override
    public boolean visible(Staff staff, FeedRow row) {
        return !staff.isOutside()
                && staff.sight()
                        .covers(
                                row.payload().path("area").asString(null),
                                row.payload().path("committee").asString(null));
    }
}
