package org.yiwang.sensing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;

/** Orders to devices on the live feed, for those who may see the device. */
@Component
class OrderFeed implements FeedTopic<Staff> {
    static final String TOPIC = "order";

    /**
     * An order was given, sent, answered or given up.
     *
     * @param alarm which it belongs to; null where there is none
     * @param state as in DeviceOrder
     */
    @SchemaName("OrderChanged")
    record Changed(
            String id,
            String device,
            @Nullable String alarm,
            String state,
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
