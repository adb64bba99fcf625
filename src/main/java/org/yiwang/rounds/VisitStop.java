package org.yiwang.rounds;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.rounds.model.MakeStop;
import org.yiwang.rounds.model.MakeStop.Position;
import org.yiwang.rounds.model.MakeStop.Seen;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.SecondLook;
import org.yiwang.rounds.model.Stop;
import org.yiwang.scenario.form.Kind;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territories;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a stop: keeps what was seen, opens the cases that follow from it, and now and then asks somebody else to look once more; all of it or nothing. */
@Service
public class VisitStop {
    private static final Pattern PHOTO = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Rounds rounds;
    private final StopStore stops;
    private final People people;
    private final Territories territories;
    private final Attachments attachments;
    private final ChooseSubjects subjects;
    private final OpenCases open;
    private final Ids ids;
    private final TransactionTemplate transaction;

    VisitStop(
            Rounds rounds,
            StopStore stops,
            People people,
            Territories territories,
            Attachments attachments,
            ChooseSubjects subjects,
            OpenCases open,
            Ids ids,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.stops = stops;
        this.people = people;
        this.territories = territories;
        this.attachments = attachments;
        this.subjects = subjects;
        this.open = open;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * What somebody saw.
     *
     * @param at when; null for now
     */
    public record Visit(@Nullable Instant at, @Nullable Position position, List<UUID> photos, JsonNode answers) {}

    /** @throws org.yiwang.platform.RefusedException when it is not this person's to make, too late, made already, or something is missing */
    public Stop make(Staff by, UUID id, Visit visit, Instant now) {
        return requireNonNull(transaction.execute(status -> {
            Stop stop = stops.lock(by.tenant(), id)
                    .orElseThrow(() -> Refusal.notFound("rounds.no-stop").exception());
            return make(stop, by, visit, now);
        }));
    }

    private Stop make(Stop stop, Staff by, Visit visit, Instant now) {
        Round round = rounds.of(stop);
        List<Attachment> photos = attachments.check(stop.tenant(), visit.photos(), Uploader.of(by));
        List<UUID> asked = photosOf(round, visit.answers());
        attachments.check(stop.tenant(), asked, Uploader.of(by));
        Seen seen = new Seen(
                visit.at() == null ? now : visit.at(),
                visit.position(),
                isInside(stop, visit.position()),
                visit.photos(),
                visit.answers() instanceof ObjectNode answers
                        ? round.checklist().computed(answers)
                        : visit.answers(),
                subjects.record(stop));
        Stop.Made made = MakeStop.decide(stop, round, seen, by, isResponsible(by, stop), now)
                .orThrow();
        attachments.link(stop.tenant(), visit.photos(), StopPhotoGuard.KIND, stop.id());
        attachments.link(stop.tenant(), asked, StopPhotoGuard.KIND, stop.id());
        Stop.Made kept = made.opening(open.cases(stop, round, made, seen, by, photos, now));
        stops.made(stop, kept, now);
        SecondLook.after(stop, round, kept, ids.next()).ifPresent(again -> stops.add(stop.tenant(), List.of(again)));
        return stops.find(stop.tenant(), stop.id()).orElseThrow();
    }

    /** Photos that the checklist itself asks for; what is none is left for the form to name. */
    private static List<UUID> photosOf(Round round, JsonNode answers) {
        return round.checklist().fields().stream()
                .filter(field -> field.kind() == Kind.PHOTOS)
                .flatMap(field -> answers.path(field.name()).valueStream())
                .map(one -> one.asString(""))
                .filter(PHOTO.asMatchPredicate())
                .map(UUID::fromString)
                .toList();
    }

    /** A first look is made by who walks the cell, or by the unit's people; a second one by anybody near. */
    private boolean isResponsible(Staff by, Stop stop) {
        if (stop.again() != null) return StopSight.isNear(by, stop);
        if (stop.unit() != null) return stop.unit().equals(by.unit());
        String cell = stop.subject().cell();
        return cell != null && people.cellsOf(stop.tenant(), by.id()).contains(cell);
    }

    /** Within a cell one place is as good as another; a record lies where it lies. */
    private boolean isInside(Stop stop, @Nullable Position position) {
        if (position == null || stop.subject().register() != null) return false;
        Cell cell = territories.of(stop.tenant()).cellAt(position.point());
        return cell != null && cell.code().equals(stop.subject().key());
    }
}
