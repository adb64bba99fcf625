package org.yiwang.registry.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.Deed;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SheetImport;
import org.yiwang.registry.model.SheetImport.State;
import org.yiwang.registry.store.ApplySheet;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.ImportStore;

/** Puts a sheet in force as a whole, drops it, or takes it back. */
@Service
public class ApplyImport {
    private static final int NAMED_MAX = 5;

    private final ImportStore imports;
    private final ApplySheet sheets;
    private final TransactionTemplate transaction;

    public ApplyImport(ImportStore imports, ApplySheet sheets, TransactionTemplate transaction) {
        this.imports = imports;
        this.sheets = sheets;
        this.transaction = transaction;
    }

    /**
     * Stores what the sheet adds and changes; rejected rows are left out.
     *
     * @param confirming whether entries that the sheet has as they are count as confirmed by it
     */
    public SheetImport apply(Staff staff, Register register, UUID id, boolean confirming, Instant now) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                held(staff, register, id, State.PENDING);
                List<String> overtaken = sheets.overtaken(staff.tenant(), id, NAMED_MAX);
                if (!overtaken.isEmpty())
                    throw Refusal.conflict("registry.import-overtaken", String.join("、", overtaken))
                            .exception();
                sheets.apply(staff.tenant(), id, confirming, Deed.ofSheet(staff, id, Deed.Source.IMPORT, now));
                imports.mark(staff.tenant(), id, State.APPLIED, now);
                imports.dropRows(staff.tenant(), id);
                return found(staff, register, id);
            }));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("registry.import-overtaken", register.title().zh())
                    .exception();
        }
    }

    public SheetImport drop(Staff staff, Register register, UUID id, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            held(staff, register, id, State.PENDING);
            imports.mark(staff.tenant(), id, State.DROPPED, now);
            imports.dropRows(staff.tenant(), id);
            return found(staff, register, id);
        }));
    }

    /**
     * Takes a sheet back.
     *
     * @param partly whether entries that somebody has changed since may stay as they are; without it they keep the whole from being undone
     */
    public SheetImport undo(Staff staff, Register register, UUID id, boolean partly, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            held(staff, register, id, State.APPLIED);
            int changed = sheets.countChangedSince(staff.tenant(), id);
            if (changed > 0 && !partly) {
                List<String> named = sheets.changedSince(staff.tenant(), id, NAMED_MAX);
                throw Refusal.conflict("registry.import-changed-since", changed, String.join("、", named))
                        .exception();
            }
            sheets.undo(staff.tenant(), register, id, Deed.ofSheet(staff, id, Deed.Source.UNDO, now));
            imports.mark(staff.tenant(), id, State.UNDONE, now);
            return found(staff, register, id);
        }));
    }

    private void held(Staff staff, Register register, UUID id, State wanted) {
        EntrySight.requireWrite(staff, register);
        SheetImport sheet = imports.lock(staff.tenant(), register, id)
                .orElseThrow(() -> Refusal.notFound("registry.no-import").exception());
        if (sheet.state() != wanted)
            throw Refusal.conflict("registry.import-" + sheet.state().id()).exception();
    }

    private SheetImport found(Staff staff, Register register, UUID id) {
        return imports.find(staff.tenant(), register, id).orElseThrow();
    }
}
