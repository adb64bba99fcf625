package org.yiwang.organisation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitTree;
import org.yiwang.platform.Refusal;

/** What a day's roster must fulfil: known units, people who hold the post, nobody in two places. */
public final class DutyRules {
    public static final int SHIFTS_PER_DAY_MAX = 500;

    private DutyRules() {}

    /** The first fault, with the line it stands in. */
    public static Optional<Refusal> fault(List<DutyShift> day, Map<UUID, Staff> staff, UnitTree units) {
        if (day.size() > SHIFTS_PER_DAY_MAX)
            return Optional.of(Refusal.invalid("[]", "duty.too-many", SHIFTS_PER_DAY_MAX));
        return IntStream.range(0, day.size())
                .mapToObj(line -> fault(day, line, staff, units))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> fault(List<DutyShift> day, int line, Map<UUID, Staff> staff, UnitTree units) {
        DutyShift shift = day.get(line);
        String place = "[" + line + "].";
        if (units.find(shift.unit()).isEmpty())
            return Optional.of(Refusal.invalid(place + "unit", "people.unknown-unit", shift.unit()));
        Staff person = staff.get(shift.staff());
        if (person == null) return Optional.of(Refusal.invalid(place + "staff", "duty.unknown-staff"));
        if (!person.is(shift.post()))
            return Optional.of(Refusal.invalid(
                    place + "post",
                    "duty.not-their-post",
                    person.name(),
                    shift.post().id()));
        return others(day, line).anyMatch(shift::overlaps)
                ? Optional.of(Refusal.invalid(place + "from", "duty.overlap", person.name()))
                : Optional.empty();
    }

    /** Earlier lines of the same person. */
    private static Stream<DutyShift> others(List<DutyShift> day, int line) {
        return day.subList(0, line).stream()
                .filter(other -> other.staff().equals(day.get(line).staff()));
    }
}
