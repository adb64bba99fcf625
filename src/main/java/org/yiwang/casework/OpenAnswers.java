package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.form.Form;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** What the open cases of a package have answered, and whether another form would still take it. */
final class OpenAnswers {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final int SHOWN_CHARACTERS_MAX = 40;
    private static final Set<String> BOUNDS = Set.of("form.too-long", "form.too-short", "form.out-of-range");
    /** What depends on other answers is no matter of this one. */
    private static final Set<String> OF_OTHERS = Set.of("form.missing", "form.not-asked");

    private static final String GIVEN = """
            select c.category, g.given->>'question' as question, (g.given->'values')::text as said, count(*) as cases
            from casework.cases c, jsonb_array_elements(c.notes->'answers'->'given') as g(given)
            where c.tenant = :tenant and c.open and c.category = any(:codes) and c.notes->'answers'->>'category' = c.category
                and coalesce(c.notes->'edition'->>'pack', :pack) = :pack
            group by 1, 2, 3 order by 1, 2, 3
            """;

    private OpenAnswers() {}

    /**
     * One answer that open cases share.
     *
     * @param cases how many have it
     */
    record Given(String category, String question, List<String> values, int cases) {

        String shown() {
            String text = String.join(", ", values);
            return text.length() <= SHOWN_CHARACTERS_MAX ? text : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
        }

        /** The code of the fault with which this form would lose the answer. */
        Optional<String> lost(Form form) {
            if (form.field(question).isEmpty()) return Optional.of("case.answers-lost");
            ObjectNode data = form.read(Map.of(question, values));
            return form.check(data).stream()
                    .filter(fault -> fault.field().equals(question) && !OF_OTHERS.contains(fault.code()))
                    .findFirst()
                    .map(fault -> {
                        if (fault.code().equals("form.not-listed")) return "case.answers-choice";
                        return BOUNDS.contains(fault.code()) ? "case.answers-bounds" : "case.answers-kind";
                    });
        }
    }

    static List<Given> of(JdbcClient sql, CaseJson json, Tenant tenant, String pack, Set<String> codes) {
        return sql.sql(GIVEN)
                .param("tenant", tenant.code())
                .param("pack", pack)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> new Given(
                        row.getString(1), row.getString(2), json.read(row.getString(3), TEXTS), row.getInt(4)))
                .list();
    }
}
