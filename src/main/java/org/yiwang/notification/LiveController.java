package org.yiwang.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.CurrentStaff;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.feed.EventStream;
import org.yiwang.platform.feed.FeedTopic;
import org.yiwang.platform.feed.LiveFeed;
import org.yiwang.platform.feed.OpenStreams;
import tools.jackson.databind.json.JsonMapper;

@RestController
class LiveController {
    static final int STREAMS_PER_PERSON_MAX = 20;

    private final LiveFeed feed;
    private final Map<String, FeedTopic<Staff>> topics;
    private final JsonMapper json;
    private final Clock clock;
    private final OpenStreams<UUID> streams = new OpenStreams<>(STREAMS_PER_PERSON_MAX, "feed.too-many-streams");

    LiveController(LiveFeed feed, List<FeedTopic<Staff>> topics, JsonMapper json, Clock clock) {
        this.feed = feed;
        this.topics = topics.stream().collect(Collectors.toMap(FeedTopic::topic, Function.identity()));
        this.json = json;
        this.clock = clock;
    }

    /** Server-sent events (WHATWG HTML, 9.2); blocks its virtual thread as long as the screen is open. */
    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            Staff staff,
            CurrentStaff current,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletResponse response)
            throws InterruptedException {
        try (OpenStreams.Place _ = streams.take(staff.id())) {
            LiveStream follower = new LiveStream(topics, current, json, feed.node(), clock.instant());
            EventStream.run(
                    feed,
                    follower,
                    lastEventId == null ? after : lastEventId,
                    () -> EventStream.begin(response),
                    LiveStream.RECHECK);
        }
    }
}
