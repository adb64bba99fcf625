package org.yiwang.lists.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;

/** Whether a step may be taken with an item now, by this person. */
public final class DecideItem {
    /** The permission of those who give items out and verify them. */
    public static final String OVERSEE = "lists.oversee";

    public static final int NOTE_CHARACTERS_MAX = 2_000;
    /** How far ahead a last day may lie. */
    public static final int YEARS_MAX = 2;

    private static final Set<Role> HEADS = EnumSet.of(Role.UNIT_LEAD, Role.COMMITTEE, Role.DUTY_CHIEF);

    private final Item item;
    private final Staff staff;

    public DecideItem(Item item, Staff staff) {
        this.item = item;
        this.staff = staff;
    }

    /**
     * What is handed in with a step.
     *
     * @param version the version that the person saw
     * @param openCases numbers of the cases gathered in the item that are not over
     * @param leaves whether these may stay open when the item is verified; the note then says why
     */
    public record Input(
            int version,
            @Nullable String note,
            @Nullable LocalDate day,
            List<UUID> photos,
            List<String> openCases,
            boolean leaves) {

        String words() {
            return note == null ? "" : note.strip();
        }
    }

    public Decision<ItemEvent> take(Step step, Input input, LocalDate today, Instant now) {
        Refusal refusal = refusal(step, input, today);
        if (refusal != null) return Decision.refused(refusal);
        LocalDate day = step == Step.GRANT_TIME ? item.ask() : input.day();
        return Decision.granted(new ItemEvent(
                item.version() + 1,
                now,
                staff.id(),
                staff.name(),
                staff.unit(),
                step,
                input.words(),
                step == Step.ASK_TIME || step == Step.GRANT_TIME || step == Step.REOPEN ? day : null,
                input.photos()));
    }

    /** The steps that this person could take now, were everything handed in that they need. */
    public List<Step> open() {
        return Arrays.stream(Step.values())
                .filter(step -> step.startsIn(item.state()) && isWho(step.who()) && fits(step))
                .toList();
    }

    private @Nullable Refusal refusal(Step step, Input input, LocalDate today) {
        if (input.version() != item.version()) return Refusal.refuse(Refusal.Kind.STALE, "lists.stale");
        if (!isWho(step.who())) return Refusal.forbidden("lists.not-yours");
        if (!step.startsIn(item.state())) return Refusal.conflict("lists.not-now");
        if (!fits(step)) return Refusal.conflict("lists.nothing-asked");
        if (step.needs().contains(Step.Need.NOTE) && input.words().isEmpty())
            return Refusal.invalid("note", "lists.no-note");
        if (input.words().length() > NOTE_CHARACTERS_MAX)
            return Refusal.invalid("note", "lists.too-long", NOTE_CHARACTERS_MAX);
        return switch (step) {
            case ASK_TIME -> asked(input.day(), today);
            case REOPEN -> day(input.day(), today);
            case HAND_IN ->
                input.photos().size() < item.task().photos()
                        ? Refusal.invalid(
                                "photos", "lists.no-proof", item.task().photos())
                        : null;
            case VERIFY -> verified(input);
            case ACCEPT, REPORT, GRANT_TIME, REFUSE_TIME, SEND_BACK, CHASE, ACKNOWLEDGE, DROP -> null;
        };
    }

    private @Nullable Refusal asked(@Nullable LocalDate day, LocalDate today) {
        if (today.isAfter(item.task().due())) return Refusal.conflict("lists.too-late");
        if (day != null && !day.isAfter(item.task().due())) return Refusal.invalid("day", "lists.not-later");
        return day(day, today);
    }

    /** Why a day cannot be the last one; null where it can. */
    public static @Nullable Refusal day(@Nullable LocalDate day, LocalDate today) {
        if (day == null) return Refusal.invalid("day", "lists.no-day");
        boolean isReasonable = !day.isBefore(today) && day.isBefore(today.plusYears(YEARS_MAX));
        return isReasonable ? null : Refusal.invalid("day", "lists.wrong-day", YEARS_MAX);
    }

    private static @Nullable Refusal verified(Input input) {
        if (input.openCases().isEmpty()) return null;
        if (!input.leaves()) return Refusal.conflict("lists.cases-open", String.join(" ", input.openCases()));
        return input.words().isEmpty() ? Refusal.invalid("note", "lists.no-note") : null;
    }

    private boolean fits(Step step) {
        return switch (step) {
            case ASK_TIME -> item.ask() == null;
            case GRANT_TIME, REFUSE_TIME -> item.ask() != null;
            case ACKNOWLEDGE -> !item.acknowledged();
            case ACCEPT, REPORT, HAND_IN, VERIFY, SEND_BACK, CHASE, DROP, REOPEN -> true;
        };
    }

    private boolean isWho(Step.Who who) {
        return switch (who) {
            case OWNER -> isOwner();
            case PART -> isOwner() || item.task().helpers().contains(staff.unit()) || isOverseer();
            case OVERSEER -> isOverseer();
        };
    }

    private boolean isOwner() {
        if (!staff.unit().equals(item.task().unit()) || staff.isOutside()) return false;
        UUID person = item.task().person();
        return person == null
                || person.equals(staff.id())
                || staff.roles().stream().anyMatch(HEADS::contains);
    }

    /** Nobody verifies, chases or drops what the own unit answers for; leaders stand above the units. */
    private boolean isOverseer() {
        return Access.may(staff, OVERSEE)
                && (staff.is(Role.LEADER) || !staff.unit().equals(item.task().unit()));
    }
}
