package org.yiwang.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;

@RestController
@RequestMapping("/api/v1")
class PeopleController {
    private static final int PASSWORD_CHARACTERS_MIN = 12;

    /** A colleague on a list. */
    record Colleague(UUID id, String login, String name, String nameEn, UnitId unit, Set<Role> roles) {}

    record Page(List<Colleague> items) {}

    /** An account to be opened. */
    record Opening(
            String login,
            String name,
            String nameEn,
            UnitId unit,
            Set<Role> roles,
            Set<UnitId> areas,
            Set<UnitId> committees,
            String password) {}

    private final Units units;
    private final People people;
    private final Ids ids;

    PeopleController(Units units, People people, Ids ids) {
        this.units = units;
        this.people = people;
        this.ids = ids;
    }

    @GetMapping("/units")
    List<Unit> units(Staff staff) {
        return units.all(staff.tenant());
    }

    @GetMapping("/staff")
    Page staff(
            Staff staff,
            @RequestParam Optional<UnitId> unit,
            @RequestParam Optional<String> role,
            @RequestParam Optional<String> q) {
        Optional<Role> wanted = role.map(PeopleController::role);
        List<Colleague> found = people.list(staff.tenant(), unit, wanted, q).stream()
                .map(s -> new Colleague(s.id(), s.login(), s.name(), s.nameEn(), s.unit(), s.roles()))
                .toList();
        return new Page(found);
    }

    @PostMapping("/staff")
    Colleague open(Staff staff, @RequestBody Opening opening) {
        if (!Access.may(staff, "people.manage"))
            throw Refusal.forbidden("people.not-yours").exception();
        check(staff, opening);
        UUID id = ids.next();
        people.add(
                staff.tenant(),
                new People.NewStaff(
                        id,
                        opening.login(),
                        opening.name(),
                        opening.nameEn(),
                        opening.unit(),
                        opening.roles(),
                        opening.areas() == null ? Set.of() : opening.areas(),
                        opening.committees() == null ? Set.of() : opening.committees()),
                people.hash(opening.password()));
        return new Colleague(id, opening.login(), opening.name(), opening.nameEn(), opening.unit(), opening.roles());
    }

    private void check(Staff staff, Opening opening) {
        if (opening.password() == null || opening.password().length() < PASSWORD_CHARACTERS_MIN) {
            throw Refusal.invalid("password", "people.password-too-short", PASSWORD_CHARACTERS_MIN)
                    .exception();
        }
        if (opening.unit() == null || units.find(staff.tenant(), opening.unit()).isEmpty()) {
            throw Refusal.invalid("unit", "people.unknown-unit", String.valueOf(opening.unit()))
                    .exception();
        }
        if (opening.login() == null
                || !opening.login().matches("[a-z][a-z0-9.-]{1,39}")
                || people.account(opening.login()).isPresent()) {
            throw Refusal.invalid("login", "people.login-unusable").exception();
        }
    }

    private static Role role(String id) {
        try {
            return Role.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("role", "people.unknown-role", id).exception();
        }
    }
}
