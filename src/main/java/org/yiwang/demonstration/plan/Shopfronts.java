package org.yiwang.demonstration.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.registry.EntryFacts;

/** Which shops of the register stood out over the pavement in the year, and which of them again and again. */
public final class Shopfronts {
    static final String CODE = "E0501";
    static final String QUESTION = "premises";
    /** The desk counts half a year; a few days less, so that a day more or less does not matter. */
    private static final int COUNTED_DAYS = 176;

    private static final int OFTENER_MIN = 3;
    private static final int OFTENER_MAX = 5;
    private static final int APART_DAYS = 4;

    private final YearPlan year;
    private final List<EntryFacts> shops;
    private final Map<Integer, EntryFacts> about = new HashMap<>();

    /** @param shops of the register */
    public Shopfronts(YearPlan year, List<EntryFacts> shops) {
        this.year = year;
        this.shops = shops.stream()
                .filter(shop -> shop.cell() != null
                        && shop.point() != null
                        && !shop.data().path("industry").asString("").equals("vacant"))
                .toList();
    }

    /** The shop that a matter is about. */
    @Nullable
    EntryFacts of(int number) {
        return about.get(number);
    }

    /** @param births in the order of their arrival; those about a shop are moved there */
    void deal(Setting setting, List<Birth> births) {
        YearPlan.Shopfronts plan = year.shopfronts();
        if (plan == null || shops.isEmpty()) return;
        Dice dice = new Dice(year.seed(), "shopfronts", 0);
        Deque<EntryFacts> fresh = new ArrayDeque<>(dice.shuffled(shops));
        Instant counted = year.opening().minus(COUNTED_DAYS, ChronoUnit.DAYS);
        List<Integer> late = dice.shuffled(able(births, birth -> birth.at().isAfter(counted)));
        int left = plan.known();
        for (int i = 0; i < plan.twice() + plan.oftener(); i++) {
            EntryFacts shop = fresh.removeFirst();
            int times = i < plan.twice() ? 2 : dice.between(OFTENER_MIN, OFTENER_MAX);
            List<Integer> together = apart(late, births, times);
            late.removeAll(together);
            for (int at : together) move(setting, births, at, shop);
            left -= times;
        }
        List<Integer> rest = dice.shuffled(able(births, birth -> !about.containsKey(birth.number())));
        for (int at : rest.subList(0, left)) move(setting, births, at, fresh.removeFirst());
    }

    private List<Integer> able(List<Birth> births, Predicate<Birth> suits) {
        return new ArrayList<>(IntStream.range(0, births.size())
                .filter(i -> isOwn(births.get(i)) && suits.test(births.get(i)))
                .boxed()
                .toList());
    }

    /** Found by an inspector, with no other matter hanging on it. */
    private static boolean isOwn(Birth birth) {
        return birth.channel() == Channel.GRID
                && birth.category().code().equals(CODE)
                && birth.into() == null
                && birth.heldUntil() == null
                && birth.counts()
                && !birth.has(Outcome.SPLIT);
    }

    /** Some days between any two; the first of them handled by the squad, so that what follows from a repeat can be seen. */
    private static List<Integer> apart(List<Integer> some, List<Birth> births, int times) {
        List<Integer> taken = new ArrayList<>();
        for (int at : some) {
            Birth birth = births.get(at);
            if (taken.size() == times) break;
            if (taken.isEmpty() && birth.has(Outcome.SELF_HANDLED)) continue;
            if (taken.stream().allMatch(other -> days(births.get(other), birth) >= APART_DAYS)) taken.add(at);
        }
        if (taken.size() < times)
            throw new IllegalArgumentException("shopfronts: too few cases of " + CODE
                    + " lie in the half year before the opening. Lower twice or oftener.");
        return taken;
    }

    private static long days(Birth one, Birth other) {
        return Math.abs(ChronoUnit.DAYS.between(one.at(), other.at()));
    }

    private void move(Setting setting, List<Birth> births, int at, EntryFacts shop) {
        Birth birth = births.get(at);
        Spot spot = setting.town()
                .at(requireNonNull(shop.point()), shop.data().path("address").asString(shop.label()));
        births.set(at, birth.moved(spot, Map.of("shop", shop.label())));
        about.put(birth.number(), shop);
    }
}
