package org.yiwang.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CaseIntake.Matter;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.model.CaseAnswers;
import org.yiwang.rounds.model.Finding;
import org.yiwang.rounds.model.MakeStop.Position;
import org.yiwang.rounds.model.MakeStop.Seen;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.territory.LonLat;

/** Opens a case for each finding, with the photos as they were before anything was done. Whoever has to make the stop may open what it finds. */
@Component
class OpenCases {
    private static final int DESCRIPTION_CHARACTERS_MAX = 4_000;

    private final CaseIntake intake;
    private final CasePlaces places;
    private final CatalogueStore catalogue;
    private final Attachments attachments;

    OpenCases(CaseIntake intake, CasePlaces places, CatalogueStore catalogue, Attachments attachments) {
        this.intake = intake;
        this.places = places;
        this.catalogue = catalogue;
        this.attachments = attachments;
    }

    List<UUID> cases(
            Stop stop, Round round, Stop.Made made, Seen seen, Staff by, List<Attachment> photos, Instant now) {
        List<UUID> cases = new ArrayList<>();
        for (Finding finding : Finding.of(round, seen.answers(), seen.record())) {
            Matter matter = new Matter(
                    stop.subject().register() == null ? Channel.GRID : Channel.INSPECTION,
                    finding.category(),
                    null,
                    description(stop, round, finding),
                    null,
                    place(stop, round, made, seen),
                    evidence(photos),
                    null,
                    null,
                    CaseAnswers.of(
                            catalogue.form(stop.tenant(), finding.category()),
                            round,
                            stop.subject(),
                            finding,
                            seen.answers(),
                            seen.record()));
            String key = "stop-" + stop.id() + "-" + finding.key();
            UUID opened = intake.takeFound(stop.tenant(), matter, Actor.staff(by), now, key)
                    .file()
                    .id();
            attachments.link(stop.tenant(), seen.photos(), "case", opened);
            cases.add(opened);
        }
        return cases;
    }

    private static String description(Stop stop, Round round, Finding finding) {
        String text = "%s（%s，%s）"
                .formatted(finding.said(), round.title().zh(), stop.subject().label());
        return text.substring(0, Math.min(text.length(), DESCRIPTION_CHARACTERS_MAX));
    }

    private static List<Evidence> evidence(List<Attachment> photos) {
        return photos.stream()
                .map(photo -> new Evidence(photo.id(), EvidenceKind.BEFORE, photo.contentType(), photo.name()))
                .toList();
    }

    /** Where somebody stood when it was seen, if that was there; otherwise where the thing lies. */
    private Place place(Stop stop, Round round, Stop.Made made, Seen seen) {
        LonLat point = standing(round, made, seen.position());
        if (point == null) point = stop.subject().point();
        if (point == null && seen.position() != null) point = seen.position().point();
        if (point == null)
            throw Refusal.invalid("position", "rounds.no-place", stop.subject().label())
                    .exception();
        return places.at(stop.tenant(), point.lon(), point.lat(), null, null);
    }

    private static @Nullable LonLat standing(Round round, Stop.Made made, @Nullable Position position) {
        Integer metres = made.metres();
        if (position == null || metres == null) return null;
        return metres <= round.proof().metres() ? position.point() : null;
    }
}
