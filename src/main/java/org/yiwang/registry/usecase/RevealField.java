package org.yiwang.registry.usecase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Register;
import org.yiwang.scenario.form.Field;

/** Gives a personal field in full to those who need it for their work, and puts on record who had it and what for (PIPL articles 6 and 51). */
@Service
public class RevealField {
    /** What a personal field may be needed for. */
    public static final List<String> PURPOSES = List.of("check", "contact", "case", "emergency");

    private final ChangeEntry entries;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    public RevealField(ChangeEntry entries, AuditTrail trail, TransactionTemplate transaction) {
        this.entries = entries;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** The field's value, empty where it has none. */
    public String reveal(Staff staff, Register register, UUID id, @Nullable String field, @Nullable String purpose) {
        Access.require(staff, "registers.reveal");
        Entry entry = entries.visible(staff, register, id);
        String name = field == null ? "" : field;
        if (register.form().field(name).filter(Field::personal).isEmpty())
            throw Refusal.invalid("field", "registry.not-personal", name).exception();
        if (purpose == null || !PURPOSES.contains(purpose))
            throw Refusal.invalid("purpose", "registry.unknown-purpose", purpose == null ? "" : purpose)
                    .exception();
        return requireNonNull(transaction.execute(status -> {
            Map<String, String> detail = Map.of("register", register.name(), "field", name, "purpose", purpose);
            trail.record(staff.tenant(), "entry/" + id, staff.id().toString(), "field-revealed", detail);
            return entry.data().path(name).asString("");
        }));
    }
}
