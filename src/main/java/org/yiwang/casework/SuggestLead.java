package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Ruling;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** Which unit should lead, by what this sub-district has done with such matters: who settled them, and how disputes over them were decided. */
@Service
public class SuggestLead {
    private static final Duration LOOKED_BACK = Duration.ofDays(365);
    private static final int SHOWN_MAX = 4;
    private static final int PRECEDENTS_SHOWN_MAX = 3;
    /** The catalogue's word counts as much as this many settled cases: enough to lead where there is no experience yet. */
    private static final double WEIGHT_OF_CATALOGUE = 3;
    /** A decision of the duty chief settles who is responsible; a settled case only shows who did it. */
    private static final double WEIGHT_OF_PRECEDENT = 6;

    /** A rule that was written for just such cases. */
    private static final double WEIGHT_OF_TABLE = 30;

    private static final double WEIGHT_OF_SAME_COMMITTEE = 1;

    private static final UUID NO_CASE = new UUID(0, 0);

    /**
     * What a committee settled in its own place speaks for the committee of this place. What an inspector settled on the spot was never given to anybody and
     * says nothing.
     */
    private static final String SETTLED = """
            select case when c.lead = c.committee then :committee else c.lead end as unit, count(*) as settled, count(*) filter (where c.committee = :committee) as here,
                count(*) filter (where (c.notes ->> 'arbitrated')::boolean) as decided,
                array_agg(c.number order by c.reported_at desc) filter (where (c.notes ->> 'arbitrated')::boolean) as precedents
            from casework.cases c
            where c.tenant = :tenant and c.category = :category and c.reported_at > :since and c.lead is not null and c.id <> :id
                and c.stage in ('done', 'verified', 'closed')
                and exists (select from casework.case_event e where e.tenant = c.tenant and e.case_id = c.id and e.action in ('dispatch', 'arbitrate'))
            group by unit
            """;

    private static final String GAVE_BACK = """
            select distinct e.actor_unit from casework.case_event e
            where e.tenant = :tenant and e.case_id = :id and e.action = 'ask-return' and e.actor_unit is not null
            """;

    /**
     * A unit with the grounds.
     *
     * @param confidence share of the weight of all grounds, 0 to 1
     * @param settled like cases that it led within a year
     * @param here how many of these in the same committee
     * @param precedents numbers of cases that the duty chief gave to it, the newest first; at most three
     * @param byCatalogue whether the catalogue names it
     * @param byTable the line of the dispatch table that names it; it goes before everything else
     * @param gaveBack whether it has asked to be rid of this very case
     */
    @SchemaName("LeadSuggestion")
    public record Suggestion(
            UnitId unit,
            double confidence,
            int settled,
            int here,
            List<String> precedents,
            boolean byCatalogue,
            Ruling.@Nullable Source byTable,
            boolean gaveBack) {}

    private record Experience(UnitId unit, int settled, int here, int decided, List<String> precedents) {}

    private final JdbcClient db;
    private final CatalogueStore catalogue;

    SuggestLead(JdbcClient db, CatalogueStore catalogue) {
        this.db = db;
        this.catalogue = catalogue;
    }

    /** The likeliest first; who has given the case back comes last. */
    public List<Suggestion> to(CaseFile file, Instant now) {
        UnitId named = catalogue
                .of(file.tenant())
                .category(file.category(), file.notes().edition())
                .lead()
                .of(file.place());
        Asked asked = new Asked(file.tenant(), file.id(), file.category(), file.place(), named);
        return suggestions(asked, file.notes().ruling(), gaveBack(file), now);
    }

    /** The same for what is only being taken up: no line of the dispatch table fits it yet, since that asks for answers. */
    public List<Suggestion> at(Tenant tenant, String category, Place place, Instant now) {
        UnitId named = catalogue.of(tenant).category(category).lead().of(place);
        return suggestions(new Asked(tenant, NO_CASE, category, place, named), null, Set.of(), now);
    }

    private record Asked(Tenant tenant, UUID id, String category, Place place, UnitId named) {}

    private List<Suggestion> suggestions(Asked asked, @Nullable Ruling ruling, Set<UnitId> gaveBack, Instant now) {
        UnitId named = asked.named;
        UnitId ruled = ruling == null ? null : ruling.lead();
        List<Experience> known = new ArrayList<>(experience(asked, now));
        for (UnitId unit : Stream.of(named, ruled).filter(Objects::nonNull).toList())
            if (known.stream().noneMatch(one -> one.unit.equals(unit)))
                known.add(new Experience(unit, 0, 0, 0, List.of()));
        double all =
                known.stream().mapToDouble(one -> weight(one, named, ruled)).sum();
        return known.stream()
                .map(one -> new Suggestion(
                        one.unit,
                        weight(one, named, ruled) / all,
                        one.settled,
                        one.here,
                        one.precedents,
                        one.unit.equals(named),
                        ruling != null && one.unit.equals(ruled) ? ruling.source() : null,
                        gaveBack.contains(one.unit)))
                .sorted(Comparator.comparing(Suggestion::gaveBack)
                        .thenComparing(one -> one.byTable() == null)
                        .thenComparing(Comparator.comparingDouble(Suggestion::confidence)
                                .reversed()))
                .limit(SHOWN_MAX)
                .toList();
    }

    private static double weight(Experience one, UnitId named, @Nullable UnitId ruled) {
        return one.settled
                + WEIGHT_OF_SAME_COMMITTEE * one.here
                + WEIGHT_OF_PRECEDENT * one.decided
                + (one.unit.equals(named) ? WEIGHT_OF_CATALOGUE : 0)
                + (one.unit.equals(ruled) ? WEIGHT_OF_TABLE : 0);
    }

    private List<Experience> experience(Asked asked, Instant now) {
        return db.sql(SETTLED)
                .param("tenant", asked.tenant.code())
                .param("category", asked.category)
                .param("committee", asked.place.committee().value())
                .param("since", Timestamp.from(now.minus(LOOKED_BACK)))
                .param("id", asked.id)
                .query((row, number) -> new Experience(
                        new UnitId(row.getString("unit")),
                        row.getInt("settled"),
                        row.getInt("here"),
                        row.getInt("decided"),
                        precedents(row)))
                .list();
    }

    private static List<String> precedents(ResultSet row) throws SQLException {
        Array numbers = row.getArray("precedents");
        if (numbers == null) return List.of();
        return Arrays.stream((String[]) requireNonNull(numbers.getArray()))
                .limit(PRECEDENTS_SHOWN_MAX)
                .toList();
    }

    private Set<UnitId> gaveBack(CaseFile file) {
        return db.sql(GAVE_BACK)
                .param("tenant", file.tenant().code())
                .param("id", file.id())
                .query((row, number) -> new UnitId(row.getString(1)))
                .set();
    }
}
