package org.yiwang.grids.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.Edition;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;

/**
 * A department with its grid.
 *
 * @param title the name in the reader's language
 * @param edition the one that holds today; missing where there is none yet
 * @param editions all of them, the latest first
 */
@SchemaName("GridDepartment")
record DepartmentView(
        String code,
        int rank,
        String title,
        String name,
        String nameEn,
        String unit,
        List<DutyView> duties,
        @Nullable Integer edition,
        List<EditionView> editions) {

    /** @param title the name in the reader's language */
    @SchemaName("GridDuty")
    record DutyView(String title, String name, @Nullable String nameEn, List<String> categories) {
        static DutyView of(Duty duty, GridWords words) {
            return new DutyView(words.of(duty), duty.name(), duty.nameEn(), duty.categories());
        }
    }

    @SchemaName("GridEdition")
    record EditionView(int number, LocalDate from, Instant takenAt, String name, String note, int grids) {
        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.number(),
                    edition.from(),
                    edition.takenAt(),
                    edition.takenBy(),
                    edition.note(),
                    edition.grids());
        }
    }

    /** What is kept of a department. */
    @SchemaName("GridDepartmentDraft")
    record Kept(
            int rank,
            String name,
            String nameEn,
            String unit,
            @Nullable List<KeptDuty> duties) {
        /** What was left out reads as empty, which is then refused by name. */
        Kept {
            name = Objects.requireNonNullElse(name, "");
            nameEn = Objects.requireNonNullElse(nameEn, "");
            unit = Objects.requireNonNullElse(unit, "");
        }

        Department department(String code) {
            List<Duty> all = Objects.requireNonNullElse(duties, List.<KeptDuty>of()).stream()
                    .map(KeptDuty::orNone)
                    .toList();
            return new Department(code, rank, name, nameEn, new UnitId(unit), all);
        }
    }

    @SchemaName("GridDutyDraft")
    record KeptDuty(
            String name, @Nullable String nameEn, @Nullable List<String> categories) {
        KeptDuty {
            name = Objects.requireNonNullElse(name, "");
        }

        static Duty orNone(@Nullable KeptDuty given) {
            return given == null ? new Duty("", null, List.of()) : given.duty();
        }

        Duty duty() {
            return new Duty(name, nameEn, Objects.requireNonNullElse(categories, List.of()));
        }
    }

    static DepartmentView of(Department department, List<Edition> editions, LocalDate today, GridWords words) {
        List<Edition> own = editions.stream()
                .filter(edition -> edition.department().equals(department.code()))
                .toList();
        Integer inForce = own.stream()
                .filter(edition -> !edition.from().isAfter(today))
                .findFirst()
                .map(Edition::number)
                .orElse(null);
        return new DepartmentView(
                department.code(),
                department.rank(),
                words.of(department),
                department.name(),
                department.nameEn(),
                department.unit().value(),
                department.duties().stream()
                        .map(duty -> DutyView.of(duty, words))
                        .toList(),
                inForce,
                own.stream().map(EditionView::of).toList());
    }
}
