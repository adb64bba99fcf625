package org.yiwang.advice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.advice.model.Bayes;
import org.yiwang.advice.model.Guess;
import org.yiwang.advice.model.Measure;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.PastCases;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.SuggestLead;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** What is suggested for a matter: category, place, lead and cases like it, each with its certainty and the reason. */
@Service
public class Advise {
    private static final int CATEGORIES_MAX = 3;
    private static final int PRECEDENTS_MAX = 2;
    private static final int PRECEDENTS_COMPARED = 150;

    /**
     * A category.
     *
     * @param words of the text that spoke most for it
     * @param precedents closed cases of it whose words are most like these
     */
    @SchemaName("AdviceCategory")
    record CategoryAdvice(String category, double confidence, List<String> words, List<Precedent> precedents) {}

    @SchemaName("AdvicePrecedent")
    record Precedent(UUID id, String number, String description, double likeness) {}

    /**
     * All that is suggested.
     *
     * @param sure whether the first category is certain enough to be chosen beforehand (from 40 %)
     * @param version which was asked; null while nothing has been taught
     */
    @SchemaName("Advice")
    record Advice(
            List<CategoryAdvice> categories,
            boolean sure,
            List<KnownPlaces.Spot> places,
            List<SuggestLead.Suggestion> leads,
            FindAlike.Alikes alike,
            @Nullable Integer version) {}

    /** A matter that is being taken up. */
    record Matter(
            String text,
            @Nullable String category,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String phone) {}

    private final Mind mind;
    private final KnownPlaces places;
    private final PastCases past;
    private final FindAlike alike;
    private final SuggestLead leads;
    private final CasePlaces where;
    private final CatalogueStore catalogue;
    private final ReportStore reporters;
    private final ActOnCase cases;
    private final Clock clock;

    Advise(
            Mind mind,
            KnownPlaces places,
            PastCases past,
            FindAlike alike,
            SuggestLead leads,
            CasePlaces where,
            CatalogueStore catalogue,
            ReportStore reporters,
            ActOnCase cases,
            Clock clock) {
        this.mind = mind;
        this.places = places;
        this.past = past;
        this.alike = alike;
        this.leads = leads;
        this.where = where;
        this.catalogue = catalogue;
        this.reporters = reporters;
        this.cases = cases;
        this.clock = clock;
    }

    Advice on(Staff staff, Matter matter) {
        Instant now = clock.instant();
        List<UUID> caller = matter.phone == null ? List.of() : reporters.casesOf(staff.tenant(), matter.phone);
        List<CategoryAdvice> categories = categories(staff, matter.text, now);
        boolean isSure = isSure(categories);
        String category = matter.category != null
                ? matter.category
                : isSure ? categories.getFirst().category() : null;
        List<KnownPlaces.Spot> spots = spots(staff.tenant(), matter.text);
        Place place = place(staff.tenant(), matter, spots);
        List<SuggestLead.Suggestion> units = place == null
                        || category == null
                        || catalogue.of(staff.tenant()).find(category).isEmpty()
                ? List.of()
                : leads.at(staff.tenant(), category, place, now);
        FindAlike.Asked asked = new FindAlike.Asked(
                matter.text,
                category,
                place == null ? null : place.lon(),
                place == null ? null : place.lat(),
                caller,
                null);
        return new Advice(categories, isSure, spots, units, alike.to(staff, asked, bayes(), now), version());
    }

    /** For a case that has come in already. */
    Advice on(Staff staff, UUID id) {
        Instant now = clock.instant();
        CaseFile file = cases.visible(staff.tenant(), id, Actor.staff(staff)).file();
        List<CategoryAdvice> categories = categories(staff, file.description(), now);
        FindAlike.Asked asked = new FindAlike.Asked(
                file.description(),
                file.category(),
                file.place().lon(),
                file.place().lat(),
                reporters.casesOfSameCaller(staff.tenant(), id),
                id);
        return new Advice(
                categories,
                isSure(categories),
                spots(staff.tenant(), file.description()),
                leads.to(file, now),
                alike.to(staff, asked, bayes(), now),
                version());
    }

    private static boolean isSure(List<CategoryAdvice> categories) {
        return !categories.isEmpty() && categories.getFirst().confidence() >= Measure.SURE;
    }

    private List<CategoryAdvice> categories(Staff staff, String text, Instant now) {
        Bayes bayes = bayes();
        if (bayes == null) return List.of();
        return bayes.judge(text, CATEGORIES_MAX).stream()
                .filter(guess ->
                        catalogue.of(staff.tenant()).find(guess.category()).isPresent())
                .map(guess -> new CategoryAdvice(
                        guess.category(), guess.certainty(), guess.words(), precedents(staff, bayes, text, guess, now)))
                .toList();
    }

    /** Only the best guess and those near it are worth the comparing. */
    private List<Precedent> precedents(Staff staff, Bayes bayes, String text, Guess guess, Instant now) {
        if (guess.certainty() < 0.05) return List.of();
        return past.closedOf(staff, guess.category(), PRECEDENTS_COMPARED, now).stream()
                .map(one -> new Precedent(
                        one.line().id(),
                        one.line().number(),
                        one.description(),
                        bayes.likeness(text, one.description())))
                .filter(one -> one.likeness > 0)
                .sorted(Comparator.comparingDouble(Precedent::likeness).reversed())
                .limit(PRECEDENTS_MAX)
                .toList();
    }

    private List<KnownPlaces.Spot> spots(Tenant tenant, String text) {
        return places.in(
                tenant, text, mind.now().map(own -> own.version().places()).orElse(Map.of()));
    }

    /** The point that somebody has set, or the one the text names where that can be trusted; null outside the sub-district. */
    private @Nullable Place place(Tenant tenant, Matter matter, List<KnownPlaces.Spot> spots) {
        try {
            if (matter.lon != null && matter.lat != null) return where.at(tenant, matter.lon, matter.lat, null, null);
            if (spots.isEmpty() || spots.getFirst().confidence() < Measure.SURE) return null;
            return where.at(tenant, spots.getFirst().lon(), spots.getFirst().lat(), null, null);
        } catch (RefusedException outside) {
            return null;
        }
    }

    private @Nullable Bayes bayes() {
        return mind.now().map(Mind.Knowledge::bayes).orElse(null);
    }

    private @Nullable Integer version() {
        return mind.now().map(own -> own.version().version()).orElse(null);
    }
}
