package org.yiwang.organisation.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;

/**
 * How a post of a unit is filled day by day: its holders take turns.
 *
 * @param persons at the post in each shift
 */
public record RosterPattern(UnitId unit, Role post, int persons, List<Turn> shifts) {

    public record Turn(LocalTime from, LocalTime to) {}

    /** The shifts of a day; as many as the holders can fill without working twice that day. */
    public Stream<DutyShift> of(LocalDate day, List<Staff> staff) {
        List<Staff> holders = staff.stream()
                .filter(person -> person.unit().equals(unit) && person.is(post))
                .toList();
        List<DutyShift> filled = new ArrayList<>();
        int perDay = shifts.size() * persons;
        for (int place = 0; place < Math.min(perDay, holders.size()); place++) {
            Turn turn = shifts.get(place / persons);
            Staff person = holders.get((int) Math.floorMod(day.toEpochDay() * perDay + place, (long) holders.size()));
            filled.add(new DutyShift(day, unit, post, person.id(), turn.from(), turn.to()));
        }
        return filled.stream();
    }
}
