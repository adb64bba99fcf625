package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.casework.store.CaseChange;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import tools.jackson.databind.JsonNode;

/** Case changes on the live feed, each person only those of cases within sight. */
@Component
class CaseFeed implements FeedTopic<Staff> {
    @Override
    public String topic() {
        return "case";
    }

    @Override
    public Class<?> shape() {
        return CaseChange.class;
    }

    @Override
    public boolean visible(Staff staff, FeedRow row) {
        Sight sight = staff.sight();
        if (sight.everything()) return true;
        JsonNode change = row.payload();
        return sight.areas().contains(unit(change.path("area")))
                || sight.committees().contains(unit(change.path("committee")))
                || change.path("desk").valueStream().map(CaseFeed::unit).anyMatch(sight.unit()::equals);
    }

    private static UnitId unit(JsonNode id) {
        return new UnitId(id.asString(""));
    }
}
