package org.yiwang.demonstration.plan;

import org.yiwang.casework.model.Place;

/**
 * A place where things happen.
 *
 * @param words as people would say it, such as 平凉路近兰州路
 * @param estate the estate it belongs to, or the nearest one
 */
record Spot(Kind kind, Place place, String words, String estate) {

    /** What sort of place it is. */
    enum Kind {
        BUILDING,
        ESTATE,
        STREET,
        RIVER,
        PARK
    }
}
