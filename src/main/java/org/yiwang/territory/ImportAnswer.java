package org.yiwang.territory;

import java.util.List;
import java.util.stream.Collectors;
import org.yiwang.platform.Refusal;

/**
 * What became of an import.
 *
 * @param accepted how many features are now part of the map; 0 where anything was wrong
 * @param faults at most {@link MapErrors#ERRORS_MAX} of them
 * @param gaps land within a committee that no cell covers; reported, but no fault: it may be water
 */
public record ImportAnswer(int accepted, List<Fault> faults, List<Patch> overlaps, List<Patch> gaps) {

    /**
     * One fault.
     *
     * @param feature code of the feature, or its number in the file such as {@code #12}; {@code *} for the file as a whole
     */
    public record Fault(String feature, Refusal refusal) {}

    /**
     * A piece of land.
     *
     * @param of codes of the cells that both claim it, or the committee that lacks it
     * @param at one of its points
     */
    public record Patch(List<String> of, long squareMetres, LonLat at) {}

    static ImportAnswer accepted(int features, MapCheck check) {
        return new ImportAnswer(features, List.of(), check.overlaps(), check.gaps());
    }

    static ImportAnswer refused(MapErrors errors, MapCheck check) {
        return new ImportAnswer(0, errors.faults(), check.overlaps(), check.gaps());
    }

    public boolean isAccepted() {
        return faults.isEmpty();
    }

    /** The first faults in one line, for a log or a terminal. */
    String summary() {
        return faults.stream()
                .limit(5)
                .map(fault -> fault.feature() + " " + fault.refusal().code())
                .collect(Collectors.joining(", "));
    }
}
