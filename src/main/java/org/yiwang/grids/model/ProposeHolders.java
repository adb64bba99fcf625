package org.yiwang.grids.model;

import java.util.List;

/** The largest share of a cell wins; what is not plain is left to a person. */
public final class ProposeHolders {
    /** With more than this elsewhere, a cell is divided. */
    public static final double SPLIT = 0.20;
    /** Shares that differ by no more are the same. */
    static final double TIE = 0.02;
    /** Who has less of a cell does not have it. */
    static final double TOUCHED = 0.05;

    private ProposeHolders() {}

    /** @param shares of this cell in the department's grids, the largest first */
    public static Proposal propose(String cell, List<Share> shares) {
        if (shares.isEmpty() || shares.getFirst().share() < TOUCHED)
            return new Proposal(cell, null, Finding.GAP, shares);
        Share first = shares.getFirst();
        return new Proposal(cell, first.grid(), finding(first, shares), shares);
    }

    /** Ground that nobody has counts like another's: a person sees to it, too. */
    private static Finding finding(Share first, List<Share> shares) {
        double second = shares.size() > 1 ? shares.get(1).share() : 0;
        double nobody = 1 - shares.stream().mapToDouble(Share::share).sum();
        if (second > SPLIT && first.share() - second <= TIE) return Finding.TIE;
        return second > SPLIT || nobody > SPLIT ? Finding.SPLIT : Finding.CLEAR;
    }
}
