package org.yiwang.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.Person;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Turns what a client handed in into what a decision can work with: ids become people, places and cases. */
@Component
class ActionInputs {
    private final People people;
    private final CasePlaces places;
    private final CaseStore store;
    private final ActOnCase act;
    private final CasePhotos photos;

    ActionInputs(People people, CasePlaces places, CaseStore store, ActOnCase act, CasePhotos photos) {
        this.people = people;
        this.places = places;
        this.store = store;
        this.act = act;
        this.photos = photos;
    }

    ActionInput read(Tenant tenant, Actor actor, ActionBody body) {
        whole("units", body.units(), task -> task.unit() != null && task.task() != null);
        whole("parts", body.parts(), ActionInputs::isWhole);
        whole("reports", body.reports(), report -> true);
        ActionInput.Builder input = new ActionInput.Builder()
                .note(body.note())
                .reason(body.reason())
                .unit(body.unit())
                .units(Objects.requireNonNullElse(body.units(), List.of()))
                .limit(body.limit())
                .evidence(photos.evidence(tenant, actor, body.attachments()))
                .category(body.category())
                .place(place(tenant, body.place()))
                .title(body.title())
                .urgency(body.urgency())
                .into(target(tenant, actor, body.into()))
                .parts(Objects.requireNonNullElse(body.parts(), List.of()))
                .assignment(body.assignment())
                .found(body.found())
                .reached(body.reached())
                .solved(body.solved())
                .satisfaction(body.satisfaction())
                .until(body.until())
                .answer(body.answer())
                .reports(Objects.requireNonNullElse(body.reports(), List.of()))
                .step(body.step())
                .answers(Objects.requireNonNullElse(body.answers(), Map.of()));
        if (body.staff() != null) {
            Staff staff = people.find(tenant, body.staff())
                    .orElseThrow(
                            () -> Refusal.invalid("staff", "case.unknown-staff").exception());
            input.staff(new Person(staff.id(), staff.name()), staff.unit());
        }
        return input.build();
    }

    /** Refuses a list with holes in it. */
    private static <T> void whole(String field, @Nullable List<T> list, Predicate<T> isWhole) {
        if (list != null && list.stream().anyMatch(one -> one == null || !isWhole.test(one)))
            throw Refusal.invalid(field, "case.field-missing", field).exception();
    }

    private static boolean isWhole(ActionInput.Part part) {
        return part.title() != null && part.description() != null && part.category() != null;
    }

    List<Evidence> evidence(Tenant tenant, Actor actor, @Nullable List<ActionBody.Photo> handed) {
        return photos.evidence(tenant, actor, handed);
    }

    /** The photos now belong to the case. */
    void tie(CaseFile file, List<Evidence> evidence) {
        photos.tie(file, evidence);
    }

    @Nullable
    Place place(Tenant tenant, ActionBody.@Nullable PlaceBody place) {
        return place == null ? null : places.at(tenant, place.lon(), place.lat(), place.datum(), place.address());
    }

    private @Nullable CaseFile target(Tenant tenant, Actor actor, @Nullable String into) {
        if (into == null) return null;
        UUID id = into.startsWith("DQ")
                ? store.findByNumber(tenant, into)
                        .map(found -> found.file().id())
                        .orElseThrow(() ->
                                Refusal.invalid("into", "case.unknown-target").exception())
                : uuid(into);
        return act.visible(tenant, id, actor).file();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("into", "case.unknown-target").exception();
        }
    }
}
