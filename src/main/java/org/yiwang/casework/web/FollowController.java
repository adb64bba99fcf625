package org.yiwang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.ReportStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.EventStream;
import org.yiwang.platform.feed.LiveFeed;
import org.yiwang.platform.feed.OpenStreams;

/** Tells a reporter's open page at once when something has changed. Bounded, because nobody signs in here; without a stream the page asks each minute. */
@RestController
class FollowController {
    static final int STREAMS_PER_LINK_MAX = 10;

    /** A telephone network or an office sends many people from one address. */
    static final int STREAMS_PER_ADDRESS_MAX = 200;

    /** Fewer than the connections that the server takes, so that those who work get in whatever happens here. */
    static final int STREAMS_MAX = 2_000;

    private final ReportStore reporters;
    private final LiveFeed feed;
    private final OpenStreams<UUID> ofReports = new OpenStreams<>(STREAMS_PER_LINK_MAX, "feed.too-many-streams");
    private final OpenStreams<String> ofAddresses = new OpenStreams<>(STREAMS_PER_ADDRESS_MAX, "feed.crowded");
    private final OpenStreams<Tenant> ofAll = new OpenStreams<>(STREAMS_MAX, "feed.crowded");

    FollowController(ReportStore reporters, LiveFeed feed) {
        this.reporters = reporters;
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/public/reports/{token}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        ReportStore.Link link = reporters.find(token).orElseThrow(() -> Refusal.notFound("case.no-link")
                .exception());
        try (OpenStreams.Place _ = ofAll.take(link.tenant());
                OpenStreams.Place _ = ofAddresses.take(request.getRemoteAddr());
                OpenStreams.Place _ = ofReports.take(link.report())) {
            FollowStream follower = new FollowStream(reporters, token, link);
            EventStream.run(feed, follower, null, () -> EventStream.begin(response), FollowStream.RECHECK);
        }
    }
}
