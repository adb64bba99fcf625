package org.yiwang.scenario;

import java.time.Instant;

/**
 * A version at the moment in which it comes into force; its files have no faults.
 *
 * @param version number of the version within its package, counted from 1; what records that live on under it keep
 */
public record PublishedPackage(PackageFiles files, int version, Instant at) {
    public String id() {
        return files.pack().id();
    }
}
