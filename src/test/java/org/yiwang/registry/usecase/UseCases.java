package org.yiwang.registry.usecase;

import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.platform.Ids;
import org.yiwang.registry.Registers;
import org.yiwang.registry.store.QualityStore;
import org.yiwang.registry.store.Stores;
import org.yiwang.territory.Territories;

/** What people do with registers, put together by hand. */
public final class UseCases {
    public final ChangeEntry change;
    public final PreviewImport preview;
    public final ApplyImport apply;
    public final ConfirmEntries confirm;
    public final QualityStore quality;

    public UseCases(
            Stores stores, Registers registers, Territories territories, TransactionTemplate transaction, Ids ids) {
        change = new ChangeEntry(stores.entries, stores.relations, territories, transaction, ids);
        preview = new PreviewImport(stores.entries, stores.imports, territories, transaction, ids);
        apply = new ApplyImport(stores.imports, stores.sheets, transaction);
        confirm = new ConfirmEntries(stores.entries);
        quality = stores.quality;
    }
}
