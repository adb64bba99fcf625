package org.yiwang.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.advice.model.Bayes;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.PastCases;
import org.yiwang.casework.model.Category;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;

/**
 * Cases of the last 30 days that may be the same matter, or the same once more: by caller, by place, by words. A third order of the same caller or the same place
 * and category within 30 days is a matter for the meeting (接诉即办: 重复诉求).
 */
@Component
class FindAlike {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int MEETING = 3;
    /** A thing that stands fast, something seen in a street, a matter of a house or an estate. */
    private static final Map<Category.Kind, Double> METRES =
            Map.of(Category.Kind.COMPONENT, 50.0, Category.Kind.EVENT, 120.0, Category.Kind.HOTLINE, 250.0);

    private static final double METRES_WITHOUT_CATEGORY = 120;
    private static final double ALIKE_MIN = 0.35;
    /** Being at the same place is no likeness yet. */
    private static final double ALIKE_SOMEWHAT = 0.2;

    private static final double WEIGHT_OF_CALLER = 0.35;
    private static final double WEIGHT_OF_PLACE = 0.3;
    private static final double WEIGHT_OF_CATEGORY = 0.15;
    private static final double WEIGHT_OF_WORDS = 0.4;
    private static final double SCORE_MIN = 0.3;
    private static final int CANDIDATES_MAX = 300;
    private static final int SHOWN_MAX = 5;

    /**
     * A case that may be the same.
     *
     * @param score 0 to 1, of what speaks for it
     * @param metres from the place asked about; null where none is known
     * @param likeness of the words, 0 to 1
     */
    @SchemaName("AdviceAlike")
    record Alike(
            FindCases.Line item,
            double score,
            boolean sameCaller,
            boolean samePlace,
            boolean sameCategory,
            @Nullable Long metres,
            double likeness,
            String description) {}

    /**
     * What was found.
     *
     * @param repeats orders of the same caller or the same place and category within 30 days, this one counted
     * @param meeting whether these are enough for the meeting
     */
    @SchemaName("AdviceAlikes")
    record Alikes(List<Alike> items, int repeats, boolean meeting) {}

    /** What is asked about. */
    record Asked(
            String text,
            @Nullable String category,
            @Nullable Double lon,
            @Nullable Double lat,
            List<UUID> ofCaller,
            @Nullable UUID self) {}

    private final PastCases past;
    private final CatalogueStore catalogue;

    FindAlike(PastCases past, CatalogueStore catalogue) {
        this.past = past;
        this.catalogue = catalogue;
    }

    Alikes to(Staff staff, Asked asked, @Nullable Bayes bayes, Instant now) {
        Instant since = now.minus(LOOKED_BACK);
        double metres = metres(staff, asked.category);
        Map<UUID, PastCases.Worded> candidates = new LinkedHashMap<>();
        past.of(staff, asked.ofCaller, since, now)
                .forEach(one -> candidates.put(one.line().id(), one));
        if (asked.lon != null && asked.lat != null)
            past.around(staff, asked.lon, asked.lat, metres, since, CANDIDATES_MAX, now)
                    .forEach(one -> candidates.putIfAbsent(one.line().id(), one));
        if (asked.self != null) candidates.remove(asked.self);
        Set<UUID> caller = Set.copyOf(asked.ofCaller);
        List<Alike> all = candidates.values().stream()
                .map(one -> alike(one, asked, caller, metres, bayes))
                .toList();
        List<Alike> again = all.stream()
                .filter(one -> (one.sameCaller && (one.sameCategory || one.likeness >= ALIKE_MIN))
                        || (one.samePlace && one.sameCategory))
                .toList();
        List<Alike> shown = all.stream()
                .filter(one -> one.score >= SCORE_MIN
                        && (one.sameCaller || one.sameCategory || one.likeness >= ALIKE_SOMEWHAT))
                .sorted(Comparator.comparingDouble(Alike::score).reversed())
                .limit(SHOWN_MAX)
                .collect(Collectors.toCollection(ArrayList::new));
        return new Alikes(shown, again.size() + 1, again.size() + 1 >= MEETING);
    }

    private Alike alike(PastCases.Worded one, Asked asked, Set<UUID> caller, double reach, @Nullable Bayes bayes) {
        FindCases.Line line = one.line();
        Double metres = asked.lon == null || asked.lat == null
                ? null
                : KnownPlaces.metres(
                        asked.lon, asked.lat, line.place().lon(), line.place().lat());
        boolean samePlace = metres != null && metres <= reach;
        boolean sameCaller = caller.contains(line.id());
        boolean sameCategory = line.category().equals(asked.category);
        double likeness = bayes == null ? 0 : bayes.likeness(asked.text, one.description());
        double score = (sameCaller ? WEIGHT_OF_CALLER : 0)
                + (samePlace && metres != null ? WEIGHT_OF_PLACE * (1 - metres / reach / 2) : 0)
                + (sameCategory ? WEIGHT_OF_CATEGORY : 0)
                + WEIGHT_OF_WORDS * likeness;
        return new Alike(
                line,
                Math.min(1, score),
                sameCaller,
                samePlace,
                sameCategory,
                metres == null ? null : Math.round(metres),
                likeness,
                one.description());
    }

    private double metres(Staff staff, @Nullable String category) {
        if (category == null) return METRES_WITHOUT_CATEGORY;
        return catalogue
                .of(staff.tenant())
                .find(category)
                .map(one -> METRES.getOrDefault(one.kind(), METRES_WITHOUT_CATEGORY))
                .orElse(METRES_WITHOUT_CATEGORY);
    }
}
