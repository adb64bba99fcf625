package org.yiwang.booking.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.Words;
import org.yiwang.territory.LonLat;

/**
 * How what is booked is picked up, weighed and disposed of.
 *
 * @param materials what the crew weighs by
 * @param reasons why a crew may leave something behind
 * @param sites where construction waste may end (消纳场所); empty where no destination has to be named
 * @param start where vehicles set out and return
 * @param minutesPerStop how long loading takes
 * @param percent by how much the weighbridge may differ from the sum of the stops
 * @param kilograms and how much it may in any case
 * @param caseCode type of the case that a complaint opens
 */
public record CollectionRule(
        List<Goods> goods,
        List<Named> materials,
        List<Named> reasons,
        List<Vehicle> vehicles,
        List<Named> stations,
        List<Named> sites,
        LonLat start,
        int minutesPerStop,
        int percent,
        int kilograms,
        String caseCode) {

    /** Something with an id and a name. */
    public record Named(String id, Words name) {}

    /**
     * @param plate as it stands on the vehicle
     * @param litres of room
     * @param kilograms of load that it may carry
     */
    public record Vehicle(String plate, int litres, int kilograms) {}

    public Optional<Goods> goods(String id) {
        return goods.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Vehicle> vehicle(String plate) {
        return vehicles.stream().filter(one -> one.plate().equals(plate)).findFirst();
    }

    static boolean has(List<Named> named, @Nullable String id) {
        return named.stream().anyMatch(one -> one.id().equals(id));
    }

    /** Why these amounts cannot be booked; null where they can. */
    public @Nullable Refusal refusal(List<Amount> amounts) {
        if (amounts.isEmpty()) return Refusal.invalid("goods", "booking.no-goods");
        Set<String> seen = new HashSet<>();
        for (Amount amount : amounts) {
            Goods known = goods(amount.goods()).orElse(null);
            if (known == null || !seen.add(amount.goods())) return Refusal.invalid("goods", "booking.unknown-goods");
            if (amount.count() < 1 || amount.count() > known.most())
                return Refusal.invalid(
                        "goods",
                        "booking.too-much",
                        known.name().zh(),
                        known.name().en(),
                        known.most());
        }
        return null;
    }

    /** Room that these amounts are expected to take, in litres. */
    public int litres(List<Amount> amounts) {
        return amounts.stream()
                .mapToInt(one ->
                        one.count() * goods(one.goods()).map(Goods::litres).orElse(0))
                .sum();
    }

    /** What these amounts are expected to weigh, in kilograms. */
    public int kilograms(List<Amount> amounts) {
        return amounts.stream()
                .mapToInt(one ->
                        one.count() * goods(one.goods()).map(Goods::kilograms).orElse(0))
                .sum();
    }
}
