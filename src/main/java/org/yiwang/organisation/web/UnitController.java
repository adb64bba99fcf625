package org.yiwang.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.usecase.ManageUnits;
import org.yiwang.platform.contract.SchemaName;

@RestController
@RequestMapping("/api/v1")
class UnitController {
    /** A role in words, with the rooms that it opens. */
    @SchemaName("RoleView")
    record Post(Role id, String zh, String en, Set<String> permissions) {}

    @SchemaName("UnitEntry")
    record Entry(
            @Nullable String name,
            @Nullable String nameEn,
            Unit.@Nullable Kind kind,
            @Nullable UnitId parent,
            @Nullable String phone) {}

    private final Units units;
    private final ManageUnits manage;

    UnitController(Units units, ManageUnits manage) {
        this.units = units;
        this.manage = manage;
    }

    @GetMapping("/units")
    List<Unit> all(Staff staff) {
        return units.all(staff.tenant());
    }

    @PutMapping("/units/{id}")
    Unit save(Staff staff, @PathVariable UnitId id, @RequestBody Entry entry) {
        return manage.save(staff, id, entry.name(), entry.nameEn(), entry.kind(), entry.parent(), entry.phone());
    }

    @GetMapping("/roles")
    List<Post> roles(Staff staff) {
        return Arrays.stream(Role.values()).map(UnitController::post).toList();
    }

    private static Post post(Role role) {
        Access.Words words = Access.words(role);
        return new Post(role, words.zh(), words.en(), Access.permissions(Set.of(role)));
    }
}
