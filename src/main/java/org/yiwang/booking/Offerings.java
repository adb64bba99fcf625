package org.yiwang.booking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.section.ReadOffering;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;

/** Offerings as their packages define them; kept in memory and read again when a package is published. */
@Component
public class Offerings {
    private record Edition(Tenant tenant, Offering.Key key, int version) {}

    private final PackageLibrary library;
    private final Map<Tenant, List<Offering>> inForce = new ConcurrentHashMap<>();
    private final Map<Edition, Offering> editions = new ConcurrentHashMap<>();

    Offerings(PackageLibrary library) {
        this.library = library;
    }

    /** Those of every package in force, by their packages and names. */
    public List<Offering> inForce(Tenant tenant) {
        return inForce.computeIfAbsent(tenant, asked -> library.published(asked).values().stream()
                .map(List::getLast)
                .flatMap(one -> ReadOffering.all(one.files(), one.version(), new Faults()).values().stream())
                .sorted(Comparator.comparing((Offering one) -> one.key().toString()))
                .toList());
    }

    /** @throws org.yiwang.platform.RefusedException when no package in force has it */
    public Offering inForce(Tenant tenant, Offering.Key key) {
        return inForce(tenant).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("booking.no-offering").exception());
    }

    /** The offering under which it was booked. */
    public Offering of(Tenant tenant, Booking booking) {
        return edition(new Edition(tenant, booking.offering(), booking.version()));
    }

    public Offering of(Tenant tenant, Trip trip) {
        return edition(new Edition(tenant, trip.offering(), trip.version()));
    }

    private Offering edition(Edition edition) {
        return editions.computeIfAbsent(edition, this::read);
    }

    private Offering read(Edition edition) {
        Optional<PackageFiles> files =
                library.past(edition.tenant(), edition.key().pack(), edition.version());
        return files.map(found -> ReadOffering.all(found, edition.version(), new Faults()))
                .map(all -> all.get(edition.key().name()))
                .orElseThrow(() -> new IllegalStateException("No offering " + edition));
    }

    @EventListener
    void published(PackagePublished now) {
        inForce.remove(now.tenant());
    }
}
