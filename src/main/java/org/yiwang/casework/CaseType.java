package org.yiwang.casework;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Procedure;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;

/**
 * A category as a package defines it, with what it asks and how it is gone about.
 *
 * @param spot where the package says so
 */
public record CaseType(Category category, Procedure procedure, Spot spot) {
    public Form form() {
        return procedure.form();
    }

    private static final List<Category.Kind> KINDS =
            List.of(Category.Kind.EVENT, Category.Kind.COMPONENT, Category.Kind.HOTLINE);

    private static final Comparator<Category> IN_ORDER = Comparator.comparingInt(
                    (Category category) -> KINDS.indexOf(category.kind()))
            .thenComparing(Category::code);

    /** Events first, then components and hotline matters, each by code. */
    static List<Category> inOrder(Collection<Category> categories) {
        return categories.stream().sorted(IN_ORDER).toList();
    }

    /**
     * All case types of one package.
     *
     * @param types by code
     * @param groups sub-classes by the first three letters of the codes
     */
    public record All(Map<String, CaseType> types, Map<String, Words> groups) {
        public List<Category> categories() {
            return inOrder(types.values().stream().map(CaseType::category).toList());
        }
    }
}
