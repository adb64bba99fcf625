package org.yiwang.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.notification.NoticeStore.Place;
import org.yiwang.notification.NoticeStore.Received;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {
    static final int PAGE_MAX = 200;
    /** Kinds of notices whose matter is an alarm; an alarm is called by the digits of its number alone. */
    private static final String ALARM = "alarm-";

    /**
     * A notice in the reader's language.
     *
     * @param matter the case to open
     * @param alarm the alarm to open
     */
    record NoticeView(
            UUID id,
            Instant at,
            String kind,
            boolean urgent,
            String title,
            String text,
            @JsonProperty("case") @Nullable UUID matter,
            @Nullable String alarm,
            @Nullable String number,
            boolean read) {}

    /** @param next where the next page begins; null on the last */
    record NoticePage(List<NoticeView> items, @Nullable String next, int unread) {}

    private final NoticeStore store;
    private final Notices notices;
    private final Clock clock;

    NoticeController(NoticeStore store, Notices notices, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    NoticePage inbox(
            Staff staff,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        if (limit < 1 || limit > PAGE_MAX)
            throw Refusal.invalid("limit", "request.wrong-value", "limit").exception();
        List<Received> found = store.inbox(staff, unread, cursor == null ? null : place(cursor), limit);
        return new NoticePage(
                found.stream().map(received -> view(received, locale)).toList(),
                found.size() < limit ? null : cursor(found.getLast()),
                store.unread(staff.tenant(), staff.id()));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Staff staff, @PathVariable UUID id) {
        notices.read(staff, id, clock.instant());
    }

    @PostMapping("/read-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Staff staff) {
        notices.readAll(staff, clock.instant());
    }

    private static NoticeView view(Received received, Locale locale) {
        Notice notice = received.notice();
        UUID matter = notice.matter();
        boolean isAlarm = notice.kind().startsWith(ALARM);
        return new NoticeView(
                received.id(),
                notice.at(),
                notice.kind(),
                notice.urgent(),
                notice.title().in(locale),
                notice.text().in(locale),
                isAlarm ? null : matter,
                isAlarm && matter != null ? matter.toString().replace("-", "") : null,
                notice.number(),
                received.read());
    }

    private static String cursor(Received last) {
        String place = last.notice().at() + "/" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(US_ASCII));
    }

    private static Place place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split("/", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refusal.invalid("cursor", "request.wrong-value", "cursor").exception();
        }
    }
}
