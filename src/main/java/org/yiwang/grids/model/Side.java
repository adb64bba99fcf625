package org.yiwang.grids.model;

import java.util.HashSet;
import java.util.Set;

/**
 * What a place has to reckon with.
 *
 * @param divisions ways in which the ground is divided: one for each department, and one once they are merged
 * @param grids of these divisions that reach into it; once they are merged, its cells
 * @param holdings cells times those who answer for something in them
 * @param people different persons
 * @param unheld cells times departments that nobody answers for
 * @param divided cells times departments that have more than one grid there
 */
public record Side(int divisions, int grids, int holdings, int people, int unheld, int divided) {

    /** Adds up cell by cell. */
    static final class Sum {
        private final Set<String> divisions = new HashSet<>();
        private final Set<String> grids = new HashSet<>();
        private final Set<String> people = new HashSet<>();
        private int holdings;
        private int unheld;
        private int divided;

        /** @param within the division and the piece of it that the holder answers for */
        void add(String division, String within, Grid grid) {
            divisions.add(division);
            grids.add(division + "/" + within);
            people.add(grid.holder().key());
            holdings++;
        }

        void count(int inCell) {
            if (inCell == 0) unheld++;
            if (inCell > 1) divided++;
        }

        Side side() {
            return new Side(divisions.size(), grids.size(), holdings, people.size(), unheld, divided);
        }
    }
}
