package org.yiwang.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.ReadAnswers;
import org.yiwang.casework.model.Subject;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;

/** The registers of the sub-district. A case keeps what the form that its package knew asks for; personal fields are not among it. */
@Component
class RegisterRecords implements FindSubject.Records {
    private final Entries entries;

    RegisterRecords(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Optional<Subject> find(Tenant tenant, Procedure.About about, String key) {
        return entries.find(tenant, about.register(), key)
                .map(entry -> new Subject(
                        entry.register(),
                        entry.key(),
                        entry.label(),
                        ReadAnswers.spoken(about.record(), entry.data())));
    }

    @Override
    public boolean isSeen(Staff staff, Subject record) {
        return entries.isSeen(staff, record.register(), record.key());
    }
}
