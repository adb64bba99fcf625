package org.yiwang.booking.section;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.store.FindBookings;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;

/** What can be booked of a package. */
@Component
class OfferingSection implements Section {
    private final ObjectProvider<FindBookings> store;

    OfferingSection(ObjectProvider<FindBookings> store) {
        this.store = store;
    }

    @Override
    public String folder() {
        return ReadOffering.FOLDER;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadOffering.all(files, 0, faults);
    }

    /** Whoever has booked is waiting for somebody to come. */
    @Override
    public void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {
        ReadOffering.all(files, 0, new Faults()).values().forEach(one -> {
            int open = store.getObject().open(tenant, one.key());
            if (open > 0)
                faults.fault(
                        new Spot(ReadOffering.FOLDER + "/" + one.key().name() + ".yaml", 1),
                        "booking.in-use",
                        one.title().zh(),
                        one.title().en(),
                        open);
        });
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadOffering.all(files, 0, new Faults()).values().stream()
                .map(Offering::title)
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: offerings are read from what is in force.
    }
}
