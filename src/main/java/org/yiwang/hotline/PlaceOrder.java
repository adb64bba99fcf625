package org.yiwang.hotline;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.model.Place;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Finds where an order is about: by its point, else by what its address names, else nowhere in particular, for a person to put right. */
@Component
class PlaceOrder {
    private static final Set<Layer> NAMED =
            EnumSet.of(Layer.ESTATE, Layer.BUILDING, Layer.ROAD, Layer.PARK, Layer.PLACE, Layer.COMMITTEE);
    private static final int NAME_CHARACTERS_MIN = 2;
    private static final int ADDRESS_CHARACTERS_MAX = 200;

    private final CasePlaces places;
    private final Territories territories;

    PlaceOrder(CasePlaces places, Territories territories) {
        this.places = places;
        this.territories = territories;
    }

    /** @param how given, named or unclear */
    record Placed(Place place, String how) {}

    Placed of(Tenant tenant, UpperOrder order) {
        String address = order.address().length() > ADDRESS_CHARACTERS_MAX
                ? order.address().substring(0, ADDRESS_CHARACTERS_MAX)
                : order.address();
        if (order.lon() != null && order.lat() != null) {
            Optional<Place> given = at(tenant, new LonLat(order.lon(), order.lat()), address);
            if (given.isPresent()) return new Placed(given.get(), "given");
        }
        Territory territory = territories.of(tenant);
        return named(territory, address + " " + order.words())
                .flatMap(point -> at(tenant, point, address))
                .map(place -> new Placed(place, "named"))
                .orElseGet(() -> new Placed(anywhere(tenant, territory, address), "unclear"));
    }

    private Optional<Place> at(Tenant tenant, LonLat point, String address) {
        try {
            return Optional.of(places.at(tenant, point.lon(), point.lat(), null, address));
        } catch (RefusedException outside) {
            return Optional.empty();
        }
    }

    /** The thing with the longest name that the text speaks of. */
    private static Optional<LonLat> named(Territory territory, String text) {
        return territory.features().stream()
                .filter(feature -> NAMED.contains(feature.layer()))
                .filter(feature -> isNamed(feature, text))
                .max(Comparator.comparingInt(
                        feature -> String.valueOf(feature.name()).length()))
                .map(feature -> {
                    Coordinate inside = feature.geometry().getInteriorPoint().getCoordinate();
                    return new LonLat(inside.x, inside.y);
                });
    }

    private static boolean isNamed(MapFeature feature, String text) {
        String name = feature.name();
        return name != null && name.length() >= NAME_CHARACTERS_MIN && text.contains(name);
    }

    private Place anywhere(Tenant tenant, Territory territory, String address) {
        LonLat middle = territory.middleOf(0);
        return places.at(tenant, middle.lon(), middle.lat(), null, address);
    }
}
