package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.Given;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Where every channel brings its matters in. Opens the case and keeps the reporter in one transaction. */
@Service
public class CaseIntake {
    private static final int TITLE_CHARACTERS_MAX = 80;
    private static final int DESCRIPTION_CHARACTERS_MAX = 4_000;
    private static final int NAME_CHARACTERS_MAX = 50;

    private final ReportCase reportCase;
    private final ReportStore reporters;
    private final CatalogueStore catalogue;
    private final FindSubject subjects;
    private final Ids ids;
    private final TransactionTemplate transaction;

    public CaseIntake(
            ReportCase reportCase,
            ReportStore reporters,
            CatalogueStore catalogue,
            FindSubject subjects,
            Ids ids,
            TransactionTemplate transaction) {
        this.reportCase = reportCase;
        this.reporters = reporters;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.ids = ids;
        this.transaction = transaction;
    }

    /**
     * A matter with the person who brings it.
     *
     * @param title made from the category when none is given
     * @param token opens the private link; null where the reporter gets none
     * @param given limits that it came with; null where those of its category count
     * @param answers to the questions of the category, by their keys and as they were given
     */
    public record Matter(
            Channel channel,
            String category,
            @Nullable String title,
            String description,
            @Nullable Urgency urgency,
            Place place,
            List<Evidence> evidence,
            ReportStore.@Nullable Reporter reporter,
            @Nullable String token,
            Map<String, List<String>> answers,
            @Nullable Given given) {

        /** A matter with the limits of its category. */
        public Matter(
                Channel channel,
                String category,
                @Nullable String title,
                String description,
                @Nullable Urgency urgency,
                Place place,
                List<Evidence> evidence,
                ReportStore.@Nullable Reporter reporter,
                @Nullable String token,
                Map<String, List<String>> answers) {
            this(channel, category, title, description, urgency, place, evidence, reporter, token, answers, null);
        }

        /** A matter about which nothing was asked. */
        public Matter(
                Channel channel,
                String category,
                @Nullable String title,
                String description,
                @Nullable Urgency urgency,
                Place place,
                List<Evidence> evidence,
                ReportStore.@Nullable Reporter reporter,
                @Nullable String token) {
            this(channel, category, title, description, urgency, place, evidence, reporter, token, Map.of());
        }
    }

    public StoredCase take(Tenant tenant, Matter matter, Actor actor, Instant now, @Nullable String key) {
        return take(tenant, matter, fresh(tenant, matter, now, true), actor, now, key);
    }

    /** The same for what was found on a round: its checklist asked what it asks, and nobody can be asked for more. */
    public StoredCase takeFound(Tenant tenant, Matter matter, Actor actor, Instant now, @Nullable String key) {
        return take(tenant, matter, fresh(tenant, matter, now, false), actor, now, key);
    }

    private StoredCase take(
            Tenant tenant, Matter matter, NewCase fresh, Actor actor, Instant now, @Nullable String key) {
        ReportStore.Reporter reporter = matter.reporter();
        if (reporter == null) return reportCase.report(tenant, fresh, actor, now, key);
        return requireNonNull(transaction.execute(status -> {
            StoredCase stored = reportCase.report(tenant, fresh, actor, now, key);
            Report report = stored.file().reports().getFirst();
            reporters.add(tenant, stored.file().id(), report, reporter, matter.token());
            return stored;
        }));
    }

    /** The case that a matter of the past opens: what was answered is checked, but nobody can be asked any more. */
    NewCase past(Tenant tenant, Matter matter, Instant when) {
        return fresh(tenant, matter, when, false);
    }

    private NewCase fresh(Tenant tenant, Matter matter, Instant now, boolean isAsked) {
        Category category = check(tenant, matter);
        Procedure type = catalogue.of(tenant).procedure(category.code(), null);
        List<Answer> answers = CheckAnswers.of(type.form(), matter.answers(), isAsked);
        FindSubject.Known about = subjects.of(tenant, type, answers, now);
        boolean titled = matter.title() != null && !matter.title().isBlank();
        return new NewCase(
                matter.channel(),
                category.code(),
                titled ? requireNonNull(matter.title()).strip() : category.zh(),
                matter.description().strip(),
                matter.urgency() == null ? Urgency.NORMAL : matter.urgency(),
                matter.place(),
                matter.reporter() == null ? List.of() : List.of(ids.next()),
                matter.evidence(),
                null,
                answers,
                about.subject(),
                about.repeats(),
                matter.given());
    }

    /** A matter that a member of staff registers. Inspectors and committees report on the grid, the centre for whom it speaks. */
    public StoredCase register(
            Staff staff,
            Channel channel,
            String category,
            @Nullable String title,
            @Nullable String description,
            @Nullable Urgency urgency,
            @Nullable Place place,
            List<Evidence> evidence,
            Map<String, List<String>> answers,
            @Nullable String name,
            @Nullable String phone,
            Actor actor,
            Instant now,
            @Nullable String key) {
        if (!Access.may(staff, "cases.register"))
            throw Refusal.forbidden("case.not-yours", "report").exception();
        if (place == null)
            throw Refusal.invalid("place", "case.field-missing", "place").exception();
        boolean someone = name != null || phone != null;
        ReportStore.Reporter reporter =
                someone ? new ReportStore.Reporter(name, phone, description == null ? "" : description) : null;
        Matter matter = new Matter(
                channel,
                category,
                title,
                description == null ? "" : description,
                urgency,
                place,
                evidence,
                reporter,
                null,
                answers);
        NewCase fresh = fresh(staff.tenant(), matter, now, true);
        Procedure type = catalogue.of(staff.tenant()).procedure(fresh.category(), null);
        subjects.requireSeen(staff, type, fresh.subject());
        return take(staff.tenant(), matter, fresh, actor, now, key);
    }

    private Category check(Tenant tenant, Matter matter) {
        if (matter.description().isBlank()) {
            throw Refusal.invalid("description", "case.field-missing", "description")
                    .exception();
        }
        if (matter.description().length() > DESCRIPTION_CHARACTERS_MAX) {
            throw Refusal.invalid("description", "case.note-too-long", DESCRIPTION_CHARACTERS_MAX)
                    .exception();
        }
        if (matter.title() != null && matter.title().length() > TITLE_CHARACTERS_MAX) {
            throw Refusal.invalid("title", "case.note-too-long", TITLE_CHARACTERS_MAX)
                    .exception();
        }
        if (matter.reporter() != null) check(matter.reporter());
        return catalogue.of(tenant).find(String.valueOf(matter.category())).orElseThrow(() -> Refusal.invalid(
                        "category", "case.unknown-category", String.valueOf(matter.category()))
                .exception());
    }

    private static void check(ReportStore.Reporter reporter) {
        if (reporter.name() != null && reporter.name().length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid("name", "case.note-too-long", NAME_CHARACTERS_MAX)
                    .exception();
        if (reporter.phone() != null && !Telephone.isOne(reporter.phone()))
            throw Refusal.invalid("phone", "case.no-telephone").exception();
    }
}
