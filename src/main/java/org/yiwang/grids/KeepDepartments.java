package org.yiwang.grids;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.grids.intake.ReadDuties;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.store.GridStore;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** The departments that have a grid of their own. */
@Service
public class KeepDepartments {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int NAME_CHARACTERS_MAX = 40;

    private final GridStore store;
    private final Units units;
    private final AuditTrail audit;

    KeepDepartments(GridStore store, Units units, AuditTrail audit) {
        this.store = store;
        this.units = units;
        this.audit = audit;
    }

    public List<Department> all(Tenant tenant) {
        return store.departments(tenant);
    }

    /** @throws org.yiwang.platform.RefusedException where there is none of this code */
    public Department require(Tenant tenant, String code) {
        return store.departments(tenant).stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("grids.no-department", code).exception());
    }

    /** Adds a department, or changes what it is called and answers for. Grids handed in before keep their duties. */
    @Transactional
    public Department keep(Staff staff, Department department) {
        if (!CODE.matcher(department.code()).matches())
            throw Refusal.invalid("code", "grids.bad-code", department.code()).exception();
        name("name", department.name());
        name("nameEn", department.nameEn());
        department.duties().forEach(ReadDuties::checked);
        if (units.find(staff.tenant(), department.unit()).isEmpty())
            throw Refusal.invalid("unit", "grids.no-unit", department.unit().value())
                    .exception();
        store.save(staff.tenant(), department);
        audit.record(
                staff.tenant(),
                "grids/" + department.code(),
                staff.id().toString(),
                "department-kept",
                detail(department));
        return department;
    }

    private static void name(String field, String name) {
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid(field, "grids.bad-name", NAME_CHARACTERS_MAX).exception();
    }

    private static Map<String, Object> detail(Department department) {
        return Map.of(
                "name", department.name(),
                "unit", department.unit().value(),
                "duties", department.duties().stream().map(Duty::name).toList());
    }
}
