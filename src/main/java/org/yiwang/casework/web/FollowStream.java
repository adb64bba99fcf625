package org.yiwang.casework.web;

import java.time.Duration;
import org.yiwang.casework.ReportStore;
import org.yiwang.platform.feed.EventStream;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.Subscription;

/** A reporter's page hears that something has changed about the report, and not what: the page asks for its own view. */
final class FollowStream implements EventStream.Follower {
    static final Duration RECHECK = Duration.ofMinutes(1);
    private static final String NOTHING = "{}";

    private final ReportStore reporters;
    private final String token;
    private volatile ReportStore.Link link;

    FollowStream(ReportStore reporters, String token, ReportStore.Link link) {
        this.reporters = reporters;
        this.token = token;
        this.link = link;
    }

    @Override
    public boolean visible(FeedRow row) {
        ReportStore.Link now = link;
        return row.topic().equals("case")
                && row.key().equals(now.caseId())
                && row.tenant().equals(now.tenant());
    }

    /** A merged report belongs to another case from here on; looked up before the page is told, so that it misses no step of that case. */
    @Override
    public EventStream.Event tell(FeedRow row) {
        stays();
        return new EventStream.Event("changed", NOTHING);
    }

    /** Looked up again, because the report may have moved to another case before the stream stood in the feed. */
    @Override
    public EventStream.Event hello(Subscription line) {
        stays();
        return new EventStream.Event("hello", NOTHING);
    }

    @Override
    public boolean stays() {
        var now = reporters.find(token);
        now.ifPresent(there -> link = there);
        return now.isPresent();
    }

    /** The page reads everything anew whenever it comes back. */
    @Override
    public boolean returns() {
        return false;
    }
}
