package org.yiwang.scenario;

import java.util.List;
import org.yiwang.platform.Tenant;

/**
 * What one module reads of a package: the files of one folder. A Spring bean; nothing in its construction or in {@link #check} may need a running database,
 * because {@code ./yiwang scenario check} has none.
 */
public interface Section {
    /** Such as {@code cases}. */
    String folder();

    /** How the names of its files end. */
    default String ending() {
        return ".yaml";
    }

    /** Notes every fault of the section's files at once. Other packages are at hand as {@link PackageFiles#others()}. */
    void check(PackageFiles files, Faults faults);

    /** Notes what only the running sub-district knows to be wrong, such as open cases whose answers would be lost. */
    default void checkHere(Tenant tenant, PackageFiles files, Faults faults) {}

    /** Notes what keeps the package from being withdrawn: whatever of this section's part is still in use. */
    default void checkWithdrawal(Tenant tenant, PackageFiles files, Faults faults) {}

    /** Takes the section's part out of force, in the transaction of the withdrawal. */
    default void withdraw(Tenant tenant, PackageFiles files) {}

    /**
     * What would be there no longer if {@code next} took the place of {@code now}: what neither it nor any of {@link PackageFiles#others()} brings. In plain
     * words.
     */
    default List<Words> lost(PackageFiles now, PackageFiles next) {
        return List.of();
    }

    /** What the package brings to this section, one entry each in plain words. */
    default List<Words> contents(PackageFiles files) {
        return List.of();
    }

    /** Puts the section's part in force, in the transaction of the publication: the section keeps its parsed content by package and version. */
    void publish(Tenant tenant, PublishedPackage published);
}
