package org.yiwang.assessment.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Scheme.Title;
import org.yiwang.scenario.rule.Rule;

/**
 * A formula of a package in force: which cases count, what each measure, deduction and reward looks at, and how that becomes a score.
 *
 * @param version of the package
 * @param channels only cases that came in by these; empty for all
 * @param categories only categories that begin so; empty for all
 * @param lead whom a case counts for among the departments
 * @param reasons for which an order may be asked to be left out, by code
 */
public record Assessment(
        String packageId,
        int version,
        String name,
        Title title,
        Set<String> channels,
        List<String> categories,
        Lead lead,
        List<Counted> counted,
        List<Reason> reasons,
        Scheme scheme) {

    /** 归责: the unit that leads now, which after closing is that at closing; or the one that had it first. */
    public enum Lead {
        LAST,
        FIRST
    }

    public record Reason(String code, Title title) {}

    /**
     * What one measure, deduction or reward counts.
     *
     * @param id of its weight or extra in the scheme
     * @param of kind of occasion
     * @param when which of them; null for all
     * @param earns what each earns of 1: a condition or a number; null for extras
     */
    public record Counted(
            String id,
            String of,
            @Nullable Rule when,
            @Nullable Earning earns) {}

    /** A rule that answers yes or no, or a number; never more than 1 nor less than 0. */
    public record Earning(Rule rule, boolean isFlag) {
        BigDecimal of(Facts facts) {
            BigDecimal earned = isFlag
                    ? (rule.holds(facts.values()) ? BigDecimal.ONE : BigDecimal.ZERO)
                    : rule.number(facts.values()).orElse(BigDecimal.ZERO);
            return earned.max(BigDecimal.ZERO).min(BigDecimal.ONE);
        }
    }

    public String id() {
        return packageId + "/" + name;
    }

    public Set<String> kinds() {
        return counted.stream().map(Counted::of).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    public boolean takes(Occasion.Matter matter) {
        return (channels.isEmpty() || channels.contains(matter.channel()))
                && (categories.isEmpty() || categories.stream().anyMatch(matter.category()::startsWith));
    }
}
