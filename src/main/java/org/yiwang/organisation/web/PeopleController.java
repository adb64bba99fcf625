package org.yiwang.organisation.web;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.Scope;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.organisation.usecase.FindStaff;
import org.yiwang.organisation.usecase.ManageStaff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

@RestController
@RequestMapping("/api/v1/staff")
class PeopleController {
    /** A member of staff on a list. */
    record Colleague(
            UUID id,
            String login,
            String name,
            String nameEn,
            UnitId unit,
            Set<Role> roles,
            Set<UnitId> areas,
            Set<UnitId> committees,
            Set<String> cells,
            boolean active,
            boolean canSignIn,
            boolean onDuty) {

        static Colleague of(Account account, Set<UUID> present) {
            Staff staff = account.staff();
            return new Colleague(
                    staff.id(),
                    staff.login(),
                    staff.name(),
                    staff.nameEn(),
                    staff.unit(),
                    staff.roles(),
                    account.scope().areas(),
                    account.scope().committees(),
                    account.scope().cells(),
                    account.active(),
                    account.opens(),
                    present.contains(staff.id()));
        }
    }

    @SchemaName("StaffPage")
    record Page(List<Colleague> items, int total) {}

    /** What an administrator enters; on a change it replaces what stands. */
    @SchemaName("StaffEntry")
    record Entry(
            @Nullable String login,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable UnitId unit,
            @Nullable Set<Role> roles,
            @Nullable Set<UnitId> areas,
            @Nullable Set<UnitId> committees,
            @Nullable Set<String> cells,
            @Nullable Boolean active,
            @Nullable String password) {

        StaffDraft draft() {
            Scope scope = new Scope(whole(areas, "areas"), whole(committees, "committees"), whole(cells, "cells"));
            return new StaffDraft(
                    needed(login, "login").strip(),
                    needed(name, "name").strip(),
                    Objects.requireNonNullElse(nameEn, needed(name, "name")).strip(),
                    needed(unit, "unit"),
                    whole(roles, "roles"),
                    scope,
                    active == null || active);
        }

        private static <T> Set<T> whole(@Nullable Collection<T> values, String field) {
            if (values == null) return Set.of();
            values.forEach(value -> needed(value, field));
            return Set.copyOf(values);
        }

        private static <T> T needed(@Nullable T value, String field) {
            if (value == null)
                throw Refusal.invalid(field, "people.missing", field).exception();
            return value;
        }
    }

    record Password(@Nullable String password) {}

    record FreshPassword(String password) {}

    private final FindStaff find;
    private final ManageStaff manage;
    private final Duty duty;
    private final Clock clock;

    PeopleController(FindStaff find, ManageStaff manage, Duty duty, Clock clock) {
        this.find = find;
        this.manage = manage;
        this.duty = duty;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            Staff staff,
            @RequestParam Optional<UnitId> unit,
            @RequestParam Optional<Role> role,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> active) {
        Set<UUID> present = present(staff);
        List<Colleague> found = find.visible(staff, new FindStaff.Wish(unit, role, q, active.orElse(true))).stream()
                .map(account -> Colleague.of(account, present))
                .toList();
        return new Page(found, found.size());
    }

    @GetMapping("/{id}")
    Colleague show(Staff staff, @PathVariable UUID id) {
        return Colleague.of(find.visible(staff, id), present(staff));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Colleague> admit(Staff staff, @RequestBody Entry entry) {
        Account account = manage.admit(staff, entry.draft(), entry.password());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/staff/" + account.staff().id())
                .body(Colleague.of(account, Set.of()));
    }

    @PutMapping("/{id}")
    Colleague change(Staff staff, @PathVariable UUID id, @RequestBody Entry entry) {
        return Colleague.of(manage.change(staff, id, entry.draft()), present(staff));
    }

    /** Without a password in the request a random one is made; the answer tells it this once. */
    @PostMapping("/{id}/password")
    FreshPassword setPassword(Staff staff, @PathVariable UUID id, @RequestBody Password wish) {
        return new FreshPassword(manage.setPassword(staff, id, Optional.ofNullable(wish.password())));
    }

    private Set<UUID> present(Staff staff) {
        return duty.present(staff.tenant(), clock.instant());
    }
}
