package org.yiwang.scenario;

import org.yiwang.platform.Tenant;

/** Another version of a package counts from now on. Told on every node: on the publishing one within the transaction, on the others once they hear of it. */
public record PackagePublished(Tenant tenant, String packageId, int version) {}
