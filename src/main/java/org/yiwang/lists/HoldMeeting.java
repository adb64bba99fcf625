package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.Matter;
import org.yiwang.lists.model.Matter.Ruling;
import org.yiwang.lists.model.Matter.Way;
import org.yiwang.lists.model.Meeting;
import org.yiwang.lists.store.MeetingStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** The weekly meeting (每周例会): its agenda makes itself, each matter is decided, and what is decided becomes somebody's item. */
@Service
public class HoldMeeting {
    public static final int MEETINGS_MAX = 60;

    private final MeetingStore store;
    private final Agenda agenda;
    private final KeepLists lists;
    private final GiveItem give;
    private final WorkCalendar calendar;
    private final Ids ids;

    HoldMeeting(MeetingStore store, Agenda agenda, KeepLists lists, GiveItem give, WorkCalendar calendar, Ids ids) {
        this.store = store;
        this.agenda = agenda;
        this.lists = lists;
        this.give = give;
        this.calendar = calendar;
        this.ids = ids;
    }

    /** The coming meeting as it would be, were it opened now. */
    public record Coming(LocalDate day, List<Matter> matters) {}

    /**
     * How a matter is settled.
     *
     * @param also further matters that a joint action settles together with this one
     * @param item what is given to a unit, for a task or a joint action; its cases are those of the matters
     */
    public record Wanted(
            @Nullable Way way, @Nullable String text, List<Integer> also, GiveItem.@Nullable Wanted item) {}

    public Coming coming(Staff staff, Instant now) {
        LocalDate today = today(now);
        List<Meeting> last = store.before(staff.tenant(), today.plusDays(1), 1);
        boolean isHeld = !last.isEmpty() && last.getFirst().day().equals(today);
        LocalDate day = agenda.day().from(isHeld ? today.plusDays(1) : today, calendar);
        return new Coming(day, agenda.of(staff, putOff(staff, last), now));
    }

    /** The latest first. */
    public List<Meeting> past(Staff staff, @Nullable LocalDate before) {
        return store.before(staff.tenant(), before == null ? LocalDate.of(9999, 1, 1) : before, MEETINGS_MAX);
    }

    /** @throws org.yiwang.platform.RefusedException when there is none */
    public Meeting one(Staff staff, UUID id) {
        return store.find(staff.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("lists.no-meeting").exception());
    }

    public List<Matter> matters(Staff staff, Meeting meeting) {
        return store.matters(staff.tenant(), meeting.id());
    }

    /** Opens today's meeting; its agenda stays as it is now. */
    @Transactional
    public Meeting open(Staff staff, Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        LocalDate today = today(now);
        List<Meeting> last = store.before(staff.tenant(), today, 1);
        if (!last.isEmpty() && last.getFirst().closedAt() == null)
            throw Refusal.conflict("lists.meeting-open", last.getFirst().day()).exception();
        List<Matter> matters = agenda.of(staff, putOff(staff, last), now);
        Meeting meeting = new Meeting(
                ids.next(), store.nextNumber(staff.tenant(), today.getYear()), today, now, staff.name(), null);
        try {
            store.add(staff.tenant(), meeting);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("lists.meeting-held", today).exception();
        }
        matters.forEach(matter -> store.keep(staff.tenant(), meeting.id(), matter));
        return meeting;
    }

    /** Puts on the agenda what no case stands for. */
    @Transactional
    public Matter add(Staff staff, UUID id, @Nullable String title, Instant now) {
        Meeting meeting = locked(staff, id);
        List<Matter> there = matters(staff, meeting);
        String words = title == null ? "" : title.strip();
        if (words.isEmpty() || words.length() > Matter.TITLE_CHARACTERS_MAX)
            throw Refusal.invalid("title", "lists.no-title", Matter.TITLE_CHARACTERS_MAX)
                    .exception();
        if (there.size() >= 2 * Agenda.MATTERS_MAX)
            throw Refusal.conflict("lists.agenda-full").exception();
        Matter matter = new Matter(there.size() + 1, words, List.of(), List.of(), 0, null);
        store.keep(staff.tenant(), meeting.id(), matter);
        return matter;
    }

    /** Settles a matter, once; for a joint action several of them together. Whatever a unit is given becomes an item of the year's list. */
    @Transactional
    public List<Matter> decide(Staff staff, UUID id, int seq, Wanted wanted, Instant now) {
        Meeting meeting = locked(staff, id);
        Way way = wanted.way();
        if (way == null) throw Refusal.invalid("way", "lists.no-way").exception();
        String text = wanted.text() == null ? "" : wanted.text().strip();
        if (text.length() > Matter.TEXT_CHARACTERS_MAX)
            throw Refusal.invalid("text", "lists.too-long", Matter.TEXT_CHARACTERS_MAX)
                    .exception();
        if (way == Way.NOTED && text.isEmpty())
            throw Refusal.invalid("text", "lists.no-note").exception();
        List<Matter> settled = undecided(staff, meeting, seq, way == Way.JOINT ? wanted.also() : List.of());
        UUID item =
                switch (way) {
                    case TASK, JOINT ->
                        given(staff, meeting, way, settled, wanted.item(), now).id();
                    case NOTED, CARRIED -> null;
                };
        Ruling ruling = new Ruling(way, text, item, staff.name(), now);
        List<Matter> after = settled.stream()
                .map(one -> new Matter(one.seq(), one.title(), one.cases(), one.why(), one.carried(), ruling))
                .toList();
        after.forEach(one -> store.keep(staff.tenant(), meeting.id(), one));
        return after;
    }

    /** Closes the record; every matter must have been decided by then. */
    @Transactional
    public Meeting close(Staff staff, UUID id, Instant now) {
        Meeting meeting = locked(staff, id);
        List<String> left = matters(staff, meeting).stream()
                .filter(matter -> matter.ruling() == null)
                .map(matter -> String.valueOf(matter.seq()))
                .toList();
        if (!left.isEmpty())
            throw Refusal.conflict("lists.undecided", String.join(" ", left)).exception();
        store.close(staff.tenant(), id, now);
        return one(staff, id);
    }

    private Item given(
            Staff staff,
            Meeting meeting,
            Way way,
            List<Matter> settled,
            GiveItem.@Nullable Wanted wanted,
            Instant now) {
        if (wanted == null) throw Refusal.invalid("item", "lists.no-title", 0).exception();
        Set<UUID> cases = new LinkedHashSet<>();
        settled.forEach(matter -> cases.addAll(matter.cases()));
        boolean isJoint = way == Way.JOINT;
        int year = meeting.day().getYear();
        UUID list = lists.standing(
                        staff,
                        isJoint ? ListKind.PROJECT : ListKind.MEETING,
                        isJoint ? agenda.actions(year) : agenda.tasks(year),
                        now)
                .id();
        GiveItem.Wanted whole = new GiveItem.Wanted(
                wanted.title(),
                wanted.text(),
                wanted.unit(),
                wanted.person(),
                wanted.helpers(),
                wanted.due(),
                wanted.proof(),
                wanted.photos(),
                List.copyOf(cases));
        return give.give(staff, list, whole, now);
    }

    private List<Matter> undecided(Staff staff, Meeting meeting, int seq, List<Integer> also) {
        Set<Integer> wanted = new LinkedHashSet<>(List.of(seq));
        wanted.addAll(also);
        List<Matter> found = new ArrayList<>();
        for (Matter matter : matters(staff, meeting)) if (wanted.contains(matter.seq())) found.add(matter);
        if (found.size() < wanted.size())
            throw Refusal.notFound("lists.no-matter-there").exception();
        if (found.stream().anyMatch(matter -> matter.ruling() != null))
            throw Refusal.conflict("lists.decided").exception();
        return found;
    }

    private List<Matter> putOff(Staff staff, List<Meeting> last) {
        if (last.isEmpty()) return List.of();
        return matters(staff, last.getFirst()).stream()
                .filter(matter -> matter.ruling() != null && matter.ruling().way() == Way.CARRIED)
                .toList();
    }

    private Meeting locked(Staff staff, UUID id) {
        Access.require(staff, DecideItem.OVERSEE);
        Meeting meeting = store.lock(staff.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("lists.no-meeting").exception());
        if (meeting.closedAt() != null)
            throw Refusal.conflict("lists.meeting-over").exception();
        return meeting;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, Duty.ZONE);
    }
}
