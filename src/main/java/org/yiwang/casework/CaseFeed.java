package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.casework.store.CaseChange;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;

/** Case changes on the live feed, each person only those of cases within sight. */
@Component
class CaseFeed implements FeedTopic<Staff> {
    private final CaseJson json;

    CaseFeed(CaseJson json) {
        this.json = json;
    }

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
        CaseChange change = json.read(row.json(), CaseChange.class);
        return sight.areas().contains(change.area())
                || sight.committees().contains(change.committee())
                || change.desk().contains(sight.unit());
    }
}
