package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.store.CaseChange;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FeedTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

    /** Outside parties learn that a case of theirs has changed, not who did it and not who has it now. */
    @Override
    public String view(Staff staff, FeedRow row) {
        if (!staff.isOutside() || !(row.payload() instanceof ObjectNode change)) return row.json();
        ObjectNode seen = change.deepCopy();
        seen.put("actorName", "");
        seen.put("title", OutsideView.withoutNumbers(change.path("title").asString("")));
        if (!unit(change.path("lead")).equals(staff.unit())) seen.putNull("lead");
        seen.putArray("desk").add(staff.unit().value());
        return seen.toString();
    }

    private static UnitId unit(JsonNode id) {
        return new UnitId(id.asString(""));
    }
}
