package org.yiwang.rounds.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A round as a package defines it.
 *
 * @param packageId with {@code version} what a stop lives on under
 * @param name of its file, unique within the package
 * @param every null for a round that is walked in campaigns only
 * @param times stops at each place within a period
 * @param unit whose people walk it; null where those do who are responsible for the cell
 * @param doubleCheckPercent of the stops made that another person makes once more
 * @param record what the register asks that it goes over; empty for cells
 * @param opens cases that follow from what was seen together with what the register knows
 */
public record Round(
        String packageId,
        int version,
        String name,
        Words title,
        Over over,
        @Nullable Rhythm every,
        int times,
        @Nullable UnitId unit,
        int doubleCheckPercent,
        Proof proof,
        Form checklist,
        Form record,
        List<OpenRule> opens) {

    /** Under this name a stop keeps, beside the answers, what the register knew then and a rule speaks of: what followed can be told for ever. */
    public static final String KNOWN = "@record";

    /** Of what the register knows, what the rules speak of. */
    ObjectNode known(JsonNode data) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        record.fields().stream()
                .map(Field::name)
                .filter(name -> data.has(name) && opens.stream().anyMatch(rule -> rule.speaksOf("record." + name)))
                .forEach(name -> known.set(name, data.get(name)));
        return known;
    }

    /** Unique among the rounds of all packages. */
    public String id() {
        return packageId + "/" + name;
    }

    /** Whether somebody starts it when it is wanted, over records that are chosen then. */
    public boolean isCampaign() {
        return every == null;
    }

    /**
     * What shows that somebody was there.
     *
     * @param photos at least so many
     * @param metres a position further from the place than this, less its own inaccuracy, does not prove it
     */
    public record Proof(int photos, int metres) {}
}
