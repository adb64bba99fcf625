package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How what was earned becomes a score: the part of a formula that is kept with every edition, so that an old one can still be reckoned through when the
 * formula has changed. Weights are published (国办发〔2020〕53号 asks for open assessment; the numbers are the place's own).
 *
 * @param weights what each measure is worth; together full marks
 * @param extras what single events take away or add
 * @param least no score is lower
 * @param most no score is higher
 * @param decimals of a shown score, rounded half up
 * @param rankedFrom units with fewer orders have a score and no rank
 * @param appealDays working days after publication within which a line may be appealed against
 */
public record Scheme(
        List<Weight> weights,
        List<Extra> extras,
        BigDecimal least,
        BigDecimal most,
        int decimals,
        int rankedFrom,
        int appealDays) {

    /** A title in both languages. */
    public record Title(String zh, String en) {
        public String in(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    /** @param formula in words, what is divided by what */
    public record Weight(String id, Title title, Title formula, BigDecimal weight) {}

    /**
     * @param points of one event
     * @param most of all events of a unit in a month together
     * @param reward whether it adds
     */
    public record Extra(String id, Title title, Title formula, BigDecimal points, BigDecimal most, boolean reward) {}

    public Scheme {
        weights = List.copyOf(weights);
        extras = List.copyOf(extras);
    }

    /** Full marks. */
    public BigDecimal full() {
        return weights.stream().map(Weight::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isMeasure(String id) {
        return weights.stream().anyMatch(one -> one.id().equals(id));
    }

    public List<String> ids() {
        return Stream.concat(weights.stream().map(Weight::id), extras.stream().map(Extra::id))
                .toList();
    }

    public Title title(String id) {
        return Stream.concat(
                        weights.stream().filter(one -> one.id().equals(id)).map(Weight::title),
                        extras.stream().filter(one -> one.id().equals(id)).map(Extra::title))
                .findFirst()
                .orElse(new Title(id, id));
    }
}
