package org.yiwang.grids.model;

import java.util.HashSet;
import java.util.Set;

/**
 * What a place has to reckon with.
 *
 * @param grids of all departments that reach into it
 * @param holdings cells times those who answer for something in them
 * @param people different persons
 * @param unheld cells times departments that nobody answers for
 * @param divided cells times departments that have more than one grid there
 */
public record Side(int grids, int holdings, int people, int unheld, int divided) {

    /** Adds up cell by cell. */
    static final class Sum {
        private final Set<String> grids = new HashSet<>();
        private final Set<String> people = new HashSet<>();
        private int holdings;
        private int unheld;
        private int divided;

        void add(String department, Grid grid) {
            grids.add(department + "/" + grid.code());
            people.add(grid.holder().key());
            holdings++;
        }

        void count(int inCell) {
            if (inCell == 0) unheld++;
            if (inCell > 1) divided++;
        }

        Side side() {
            return new Side(grids.size(), holdings, people.size(), unheld, divided);
        }
    }
}
