package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yiwang.attachment.Attachments;
import org.yiwang.casework.CaseOutcomes;
import org.yiwang.casework.CaseOutcomes.Opened;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.InspectionRecord;
import org.yiwang.rounds.model.InspectionRecord.Case;
import org.yiwang.rounds.model.InspectionRecord.Photo;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.scenario.Words;

/** The record of a stop that was made, and whether a paper states what it states. */
@Service
public class ReadRecord {
    private static final int NUMBER_DIGITS = 12;

    private final ListStops list;
    private final StopStore stops;
    private final Rounds rounds;
    private final Attachments attachments;
    private final CaseOutcomes cases;
    private final CatalogueStore catalogue;

    ReadRecord(
            ListStops list,
            StopStore stops,
            Rounds rounds,
            Attachments attachments,
            CaseOutcomes cases,
            CatalogueStore catalogue) {
        this.list = list;
        this.stops = stops;
        this.rounds = rounds;
        this.attachments = attachments;
        this.cases = cases;
        this.catalogue = catalogue;
    }

    /** @throws org.yiwang.platform.RefusedException where the person does not see the stop, or nobody has made it */
    public InspectionRecord of(Staff staff, UUID stop) {
        Stop found = list.one(staff, stop).stop();
        if (found.made() == null) throw Refusal.conflict("rounds.not-made").exception();
        return record(found, found.made());
    }

    /** Whether the digest of a paper is that of the record; false too where there is no such record. */
    public boolean isGenuine(Tenant tenant, UUID stop, String digest) {
        return stops.find(tenant, stop)
                .flatMap(found -> Optional.ofNullable(found.made()).map(made -> record(found, made)))
                .filter(record -> record.isDigest(digest))
                .isPresent();
    }

    private InspectionRecord record(Stop stop, Stop.Made made) {
        Round round = rounds.of(stop);
        return new InspectionRecord(
                stop, round, made, number(stop), photos(stop.tenant(), made), cases(stop.tenant(), made));
    }

    /** The end of the id, which tells two records apart. */
    private static String number(Stop stop) {
        String digits = stop.id().toString().replace("-", "");
        return digits.substring(digits.length() - NUMBER_DIGITS).toUpperCase(java.util.Locale.ROOT);
    }

    private List<Photo> photos(Tenant tenant, Stop.Made made) {
        return made.photos().stream()
                .flatMap(id -> attachments.kept(tenant, id).stream())
                .map(kept -> new Photo(kept.attachment().id(), kept.hash()))
                .toList();
    }

    /** The photo in small, of a record that the person may see. */
    public Optional<byte[]> picture(InspectionRecord record, UUID photo) {
        return attachments.small(record.stop().tenant(), photo);
    }

    private List<Case> cases(Tenant tenant, Stop.Made made) {
        Map<UUID, Opened> opened = cases.opened(tenant, made.cases());
        return made.cases().stream()
                .flatMap(id -> Optional.ofNullable(opened.get(id)).stream())
                .map(one -> new Case(one.number(), one.category()))
                .toList();
    }

    /** What the case type is called. */
    public Words category(InspectionRecord record, String code) {
        return catalogue
                .of(record.stop().tenant())
                .find(code)
                .map(category -> new Words(category.zh(), Map.of("en", category.en())))
                .orElse(Words.of(code));
    }
}
