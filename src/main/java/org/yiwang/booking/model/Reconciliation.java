package org.yiwang.booking.model;

/**
 * The weighbridge against what the crew weighed at the stops, in kilograms.
 *
 * @param difference net less the sum of the stops
 * @param allowed how large it may be without an explanation
 */
public record Reconciliation(int net, int sum, int difference, int allowed) {
    private static final int HUNDRED = 100;

    static Reconciliation of(Weighing weighing, int sum, CollectionRule rule) {
        int net = weighing.net();
        int share = (int) ((long) Math.max(net, sum) * rule.percent() / HUNDRED);
        return new Reconciliation(net, sum, net - sum, Math.max(rule.kilograms(), share));
    }

    /** Whether somebody has to say why before the trip is closed. */
    public boolean isBeyond() {
        return Math.abs(difference) > allowed;
    }
}
