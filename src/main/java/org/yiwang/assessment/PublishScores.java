package org.yiwang.assessment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.store.EditionStore;
import org.yiwang.assessment.store.EditionStore.Result;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Lets the units see an edition; from then on it is what counts, until a later one is published. */
@Service
public class PublishScores {
    private final Assessments assessments;
    private final EditionStore editions;
    private final People people;
    private final Notices notices;
    private final AuditTrail audit;

    PublishScores(Assessments assessments, EditionStore editions, People people, Notices notices, AuditTrail audit) {
        this.assessments = assessments;
        this.editions = editions;
        this.people = people;
        this.notices = notices;
        this.audit = audit;
    }

    /** Only the latest edition of a month can be published. */
    @Transactional
    public Edition publish(Staff staff, String packageId, String name, YearMonth month, int number, Instant now) {
        List<Edition> all = editions.ofMonth(staff.tenant(), packageId, name, month);
        Edition edition = all.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("assessment.no-edition", month, number).exception());
        if (!edition.equals(all.getFirst()))
            throw Refusal.conflict(
                            "assessment.superseded", number, all.getFirst().number())
                    .exception();
        publish(staff, edition, now);
        tell(staff.tenant(), edition, now);
        return editions.find(staff.tenant(), edition.id()).orElseThrow();
    }

    /** Without notices: for months that were published long ago. */
    @Transactional
    public void publish(Staff staff, Edition edition, Instant now) {
        if (!editions.publish(staff.tenant(), edition.id(), staff.name(), now))
            throw Refusal.conflict("assessment.published", edition.number()).exception();
        audit.record(
                staff.tenant(),
                "assessment/" + edition.packageId() + "/" + edition.name(),
                staff.id().toString(),
                "published",
                Map.of("month", edition.month().toString(), "edition", edition.number()));
    }

    private void tell(Tenant tenant, Edition edition, Instant now) {
        List<Staff> colleagues = people.all(tenant);
        var title =
                assessments.require(tenant, edition.packageId(), edition.name()).title();
        for (Result result : editions.results(tenant, edition.id())) {
            if (result.board() == Board.ALL) continue;
            List<UUID> heads = colleagues.stream()
                    .filter(person -> person.unit().value().equals(result.unit()))
                    .filter(person -> person.is(Role.UNIT_LEAD) || person.is(Role.COMMITTEE))
                    .map(Staff::id)
                    .toList();
            notices.send(tenant, heads, notice(edition, result, title.zh(), title.en(), now));
        }
    }

    private static Notice notice(Edition edition, Result result, String zh, String en, Instant now) {
        String month = edition.month().toString();
        String total = result.total().stripTrailingZeros().toPlainString();
        String place = result.rank() == null ? "" : "，第 " + result.rank() + " 名";
        String placeEn = result.rank() == null ? "" : ", rank " + result.rank();
        return new Notice(
                now,
                "assessment-published",
                false,
                new Words("考核得分已公布", "Scores are published"),
                new Words(
                        "%s %s第 %d 版：本单位 %s 分%s".formatted(month, zh, edition.number(), total, place),
                        "%s %s, edition %d: your unit has %s points%s"
                                .formatted(month, en, edition.number(), total, placeEn)),
                null,
                null,
                "assessment/" + edition.id() + "/" + result.unit());
    }
}
