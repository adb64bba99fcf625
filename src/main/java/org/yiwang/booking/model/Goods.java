package org.yiwang.booking.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.yiwang.scenario.Words;

/**
 * A kind of thing that is picked up, such as a sofa or a bag of rubble, with what one of it takes up.
 *
 * @param litres of the vehicle's room
 * @param kilograms as a rule of thumb; what counts is weighed
 * @param most how many one booking may hold
 */
public record Goods(String id, Words name, Measure measure, int litres, int kilograms, int most) {
    /** What it is counted in. */
    public enum Measure {
        PIECE,
        BAG,
        BOX;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }

        /** @throws IllegalArgumentException when there is none of this id */
        @JsonCreator
        public static Measure of(String id) {
            return valueOf(Kebab.constant(id));
        }
    }
}
