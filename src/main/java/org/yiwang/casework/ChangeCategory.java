package org.yiwang.casework;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.casework.model.Category;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.feed.Outbox;

/** Puts a changed category in force on every node. Cases that are under way keep the limits that they started with. */
@Service
public class ChangeCategory {
    static final String TOPIC = "category";

    /** What the nodes are told. */
    record Told(String code) {}

    private final CatalogueStore catalogue;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Ids ids;

    ChangeCategory(CatalogueStore catalogue, Outbox outbox, TransactionOperations transactions, Ids ids) {
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** @throws org.yiwang.platform.RefusedException where the person may not, or there is no such category */
    public void change(Staff staff, String code, Category category, Instant now) {
        if (!Access.may(staff, "categories.manage"))
            throw Refusal.forbidden("case.not-yours", "categories").exception();
        if (catalogue.of(staff.tenant()).find(code).isEmpty() || !code.equals(category.code()))
            throw Refusal.invalid("code", "case.unknown-category", code).exception();
        transactions.executeWithoutResult(status -> {
            catalogue.save(staff.tenant(), category);
            outbox.publish(staff.tenant(), TOPIC, ids.next(), new Told(code), now);
        });
        catalogue.refresh();
    }
}
