package org.yiwang.hotline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets the orders of a day on both sides against each other. */
public final class CompareDay {
    private CompareDay() {}

    /** How an order differs. */
    public enum Kind {
        MISSING_HERE,
        MISSING_ABOVE,
        STATUS_DIFFERS,
        /** It stands there in letters that nobody has told us of. */
        UNKNOWN_STATUS;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param here where it stands by what we have said; null where we do not have it
     * @param above likewise there
     */
    public record Difference(
            String no,
            Kind kind,
            @Nullable String here,
            @Nullable String above) {}

    /** In the order of the numbers; empty when both sides agree. */
    public static List<Difference> of(List<OrderRow> here, List<Listed> above) {
        Map<String, OrderRow> ours = new TreeMap<>();
        here.forEach(order -> ours.put(order.no(), order));
        Map<String, Listed> theirs = new TreeMap<>();
        above.forEach(order -> theirs.put(order.no(), order));
        List<Difference> differences = new ArrayList<>();
        theirs.forEach((no, listed) ->
                compare(Optional.ofNullable(ours.get(no)), listed).ifPresent(differences::add));
        ours.forEach((no, order) -> {
            if (!theirs.containsKey(no)) differences.add(new Difference(no, Kind.MISSING_ABOVE, order.told(), null));
        });
        return differences;
    }

    private static Optional<Difference> compare(Optional<OrderRow> ours, Listed theirs) {
        if (ours.isEmpty()) return Optional.of(new Difference(theirs.no(), Kind.MISSING_HERE, null, theirs.status()));
        String told = ours.get().told();
        if (UpperStatus.written(theirs.status()).isEmpty())
            return Optional.of(new Difference(theirs.no(), Kind.UNKNOWN_STATUS, told, theirs.status()));
        boolean same = told.equals(theirs.status())
                || (told.equals(UpperStatus.WAITING.code()) && theirs.status().equals(UpperStatus.RECEIVED.code()));
        return same
                ? Optional.empty()
                : Optional.of(new Difference(theirs.no(), Kind.STATUS_DIFFERS, told, theirs.status()));
    }
}
