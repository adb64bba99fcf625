package org.yiwang.lists.model;

import java.util.List;

/**
 * What share of the closed cases would fail, judged by those looked at again.
 *
 * @param failed of those judged
 * @param judged kept or failed; what could not be verified is not among them
 * @param closed that they stand for
 * @param share from 0 to 1; each unit counts by its closed cases, not by how many of them were drawn
 * @param low the interval that holds the true share in 95 % of such draws: Wilson's (1927, JASA 22, 209–212)
 */
public record FailedShare(int failed, int judged, int closed, double share, double low, double high) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** One unit's part of the sample. */
    public record Part(int closed, int judged, int failed) {}

    /**
     * The parts together. A unit of which nothing was judged says nothing and is left out with its closed cases. The interval takes Kish's effective number of draws
     * (1965, Survey Sampling, 11.7): units drawn thinly weigh more, so that the draws are worth fewer than they are. That finite numbers were drawn from is not used,
     * which makes the interval rather too wide than too narrow.
     */
    public static FailedShare of(List<Part> parts) {
        List<Part> told = parts.stream().filter(part -> part.judged() > 0).toList();
        int judged = told.stream().mapToInt(Part::judged).sum();
        int closed = told.stream().mapToInt(Part::closed).sum();
        int failed = told.stream().mapToInt(Part::failed).sum();
        if (judged == 0) return new FailedShare(0, 0, 0, 0, 0, 1);
        double share = told.stream()
                        .mapToDouble(part -> (double) part.closed() * part.failed() / part.judged())
                        .sum()
                / closed;
        double squares = told.stream()
                .mapToDouble(part -> (double) part.closed() * part.closed() / part.judged())
                .sum();
        return wilson(failed, judged, closed, share, (double) closed * closed / squares);
    }

    private static FailedShare wilson(int failed, int judged, int closed, double share, double draws) {
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * draws)) / (1 + z2 / draws);
        double half = Z / (1 + z2 / draws) * Math.sqrt(share * (1 - share) / draws + z2 / (4 * draws * draws));
        return new FailedShare(failed, judged, closed, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
