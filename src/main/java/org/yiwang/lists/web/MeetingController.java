package org.yiwang.lists.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.model.Trouble;
import org.yiwang.lists.GiveItem;
import org.yiwang.lists.HoldMeeting;
import org.yiwang.lists.HoldMeeting.Coming;
import org.yiwang.lists.model.Matter;
import org.yiwang.lists.model.Matter.Way;
import org.yiwang.lists.model.Meeting;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** The weekly meeting (每周例会). */
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingController {
    @SchemaName("Meeting")
    record MeetingView(
            UUID id,
            int number,
            LocalDate day,
            Instant openedAt,
            String chair,
            @Nullable Instant closedAt) {
        static MeetingView of(Meeting meeting) {
            return new MeetingView(
                    meeting.id(),
                    meeting.number(),
                    meeting.day(),
                    meeting.openedAt(),
                    meeting.chair(),
                    meeting.closedAt());
        }
    }

    @SchemaName("Meetings")
    record Meetings(List<MeetingView> items) {}

    /** @param item that came of it, for a task or a joint action */
    @SchemaName("MatterRuling")
    record RulingView(Way way, String text, @Nullable UUID item, String by, Instant at) {}

    /**
     * @param cases those that the person may see
     * @param why it is on the agenda; empty where it was put there by hand
     * @param carried how many meetings put it off before
     */
    @SchemaName("Matter")
    record MatterView(
            int seq,
            String title,
            List<FindCases.Line> cases,
            List<Trouble> why,
            int carried,
            @Nullable RulingView ruling) {}

    /** @param day of the coming meeting */
    @SchemaName("ComingMeeting")
    record ComingView(LocalDate day, List<MatterView> matters) {}

    @SchemaName("MeetingDetail")
    record MeetingDetail(MeetingView meeting, List<MatterView> matters) {}

    @SchemaName("NewMatter")
    record NewMatter(@Nullable String title) {}

    /** @param also further matters that a joint action settles together with this one */
    @SchemaName("MatterRulingBody")
    record RulingBody(
            @Nullable Way way,
            @Nullable String text,
            @Nullable List<Integer> also,
            GiveItem.@Nullable Wanted item) {}

    private final HoldMeeting hold;
    private final FindCases find;
    private final Clock clock;

    MeetingController(HoldMeeting hold, FindCases find, Clock clock) {
        this.hold = hold;
        this.find = find;
        this.clock = clock;
    }

    /** @param before those of earlier days */
    @Needs("lists.read")
    @GetMapping
    Meetings past(Staff staff, @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate before) {
        return new Meetings(
                hold.past(staff, before).stream().map(MeetingView::of).toList());
    }

    @Needs("lists.oversee")
    @GetMapping("/coming")
    ComingView coming(Staff staff) {
        Coming coming = hold.coming(staff, clock.instant());
        return new ComingView(coming.day(), views(staff, coming.matters()));
    }

    @Needs("lists.oversee")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MeetingDetail open(Staff staff) {
        return detail(staff, hold.open(staff, clock.instant()));
    }

    @Needs("lists.read")
    @GetMapping("/{id}")
    MeetingDetail one(Staff staff, @PathVariable UUID id) {
        return detail(staff, hold.one(staff, id));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/matters")
    @ResponseStatus(HttpStatus.CREATED)
    MeetingDetail add(Staff staff, @PathVariable UUID id, @RequestBody NewMatter body) {
        hold.add(staff, id, body.title(), clock.instant());
        return detail(staff, hold.one(staff, id));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/matters/{seq}/ruling")
    MeetingDetail decide(Staff staff, @PathVariable UUID id, @PathVariable int seq, @RequestBody RulingBody body) {
        List<Integer> also = Objects.requireNonNullElse(body.also(), List.of());
        if (also.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid("also", "request.wrong-value", "also").exception();
        hold.decide(
                staff, id, seq, new HoldMeeting.Wanted(body.way(), body.text(), also, body.item()), clock.instant());
        return detail(staff, hold.one(staff, id));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/close")
    MeetingDetail close(Staff staff, @PathVariable UUID id) {
        return detail(staff, hold.close(staff, id, clock.instant()));
    }

    private MeetingDetail detail(Staff staff, Meeting meeting) {
        return new MeetingDetail(MeetingView.of(meeting), views(staff, hold.matters(staff, meeting)));
    }

    /** One reading of all cases, however many matters there are. */
    private List<MatterView> views(Staff staff, List<Matter> matters) {
        List<UUID> ids = matters.stream()
                .flatMap(matter -> matter.cases().stream())
                .distinct()
                .toList();
        Map<UUID, FindCases.Line> lines = find.lines(staff, ids, clock.instant()).stream()
                .collect(Collectors.toMap(FindCases.Line::id, Function.identity()));
        return matters.stream().map(matter -> view(matter, lines)).toList();
    }

    private static MatterView view(Matter matter, Map<UUID, FindCases.Line> lines) {
        Matter.Ruling ruling = matter.ruling();
        return new MatterView(
                matter.seq(),
                matter.title(),
                matter.cases().stream().map(lines::get).filter(Objects::nonNull).toList(),
                matter.why(),
                matter.carried(),
                ruling == null
                        ? null
                        : new RulingView(ruling.way(), ruling.text(), ruling.item(), ruling.by(), ruling.at()));
    }
}
