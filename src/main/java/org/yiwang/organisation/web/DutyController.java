package org.yiwang.organisation.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.DutyShift;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.usecase.FindDuty;
import org.yiwang.organisation.usecase.ManageDuty;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

@RestController
@RequestMapping("/api/v1/duty")
class DutyController {
    @SchemaName("DutyPerson")
    record Person(@Nullable UUID id, @Nullable String name) {}

    /** One line of a day's roster; local times. */
    @SchemaName("DutyLine")
    record Line(
            @Nullable LocalDate date,
            @Nullable UnitId unit,
            @Nullable Role post,
            @Nullable Person staff,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {

        static Line of(FindDuty.Named shift) {
            DutyShift s = shift.shift();
            return new Line(s.day(), s.unit(), s.post(), new Person(s.staff(), shift.name()), s.from(), s.to());
        }

        DutyShift shift(LocalDate day, int number) {
            String place = "[" + number + "].";
            if (date != null && !date.equals(day))
                throw Refusal.invalid(place + "date", "duty.other-day", date).exception();
            return new DutyShift(
                    day,
                    needed(unit, place + "unit"),
                    needed(post, place + "post"),
                    needed(staff == null ? null : staff.id(), place + "staff"),
                    needed(from, place + "from"),
                    needed(to, place + "to"));
        }

        private static <T> T needed(@Nullable T value, String field) {
            if (value == null)
                throw Refusal.invalid(field, "people.missing", field).exception();
            return value;
        }
    }

    private final FindDuty find;
    private final ManageDuty manage;

    DutyController(FindDuty find, ManageDuty manage) {
        this.find = find;
        this.manage = manage;
    }

    @GetMapping
    List<Line> of(Staff staff, @RequestParam LocalDate date) {
        return find.visible(staff, date).stream().map(Line::of).toList();
    }

    /** The lines replace the whole day. */
    @PutMapping
    List<Line> replace(Staff staff, @RequestParam LocalDate date, @RequestBody List<Line> lines) {
        List<DutyShift> shifts = IntStream.range(0, lines.size())
                .mapToObj(number -> lines.get(number).shift(date, number))
                .toList();
        manage.replace(staff, date, shifts);
        return of(staff, date);
    }
}
