package org.yiwang.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.programme.ActOnProgramme;
import org.yiwang.programme.DueTimes;
import org.yiwang.programme.Kinds;
import org.yiwang.programme.Rights;
import org.yiwang.programme.ViewProgrammes;
import org.yiwang.programme.WriteProgramme;
import org.yiwang.programme.model.Verdict;
import org.yiwang.programme.store.ProgrammeList;
import org.yiwang.programme.web.KindViews.KindsView;
import org.yiwang.programme.web.ProgrammeViews.Detail;
import org.yiwang.programme.web.ProgrammeViews.DraftView;

/** Programmes: opened, written, handed in, thought about, decided. */
@RestController
@RequestMapping("/api/v1/programmes")
class ProgrammeController {
    private final Kinds kinds;
    private final ViewProgrammes view;
    private final WriteProgramme write;
    private final ActOnProgramme act;
    private final DueTimes due;
    private final Clock clock;

    ProgrammeController(
            Kinds kinds, ViewProgrammes view, WriteProgramme write, ActOnProgramme act, DueTimes due, Clock clock) {
        this.kinds = kinds;
        this.view = view;
        this.write = write;
        this.act = act;
        this.due = due;
        this.clock = clock;
    }

    /** @param about id of the scenario package that it is to be about */
    @SchemaName("ProgrammeOpening")
    record Opening(
            String pack,
            String kind,
            String title,
            @Nullable String about) {}

    /** @param revision the one that the person began from */
    @SchemaName("ProgrammeWriting")
    record Writing(
            int revision,
            Map<String, List<String>> given,
            @Nullable String about) {}

    @SchemaName("ProgrammePaperDraft")
    record PaperDraft(String paper, UUID attachment) {}

    /** @param verdict agree, conditions or against */
    @SchemaName("ProgrammeOpinionDraft")
    record OpinionDraft(
            String verdict, @Nullable String text, @Nullable String conditions) {}

    /** @param seq of the last event that the person saw */
    @SchemaName("ProgrammeStepDraft")
    record StepDraft(
            int seq, @Nullable String note, @Nullable Map<String, List<String>> answers) {}

    /** @param late whether it should have left its stage */
    @SchemaName("ProgrammeLine")
    record LineView(
            UUID id,
            String number,
            String pack,
            String kind,
            String title,
            @Nullable String about,
            String unit,
            String stage,
            Instant since,
            @Nullable Instant dueAt,
            boolean late,
            int edition) {}

    @SchemaName("ProgrammeStageCount")
    record CountView(String pack, String kind, String stage, long count, long late) {}

    @SchemaName("ProgrammePage")
    record PageView(List<LineView> items, long total, List<CountView> stages) {}

    @GetMapping("/kinds")
    @Needs(Rights.READ)
    KindsView kinds(Staff staff) {
        boolean mayOpen = Access.may(staff, Rights.DRAFT);
        return new KindsView(
                kinds.all(staff.tenant()).stream()
                        .map(one -> KindViews.of(one, mayOpen))
                        .toList(),
                kinds.subjects(staff.tenant()).stream().map(KindViews::subject).toList());
    }

    /** What is due soonest first; the counts are of all stages, whichever is asked for. */
    @GetMapping
    @Needs(Rights.READ)
    PageView list(
            Staff staff,
            @RequestParam @Nullable String pack,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String stage,
            @RequestParam @Nullable String about,
            @RequestParam @Nullable String text,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Instant now = clock.instant();
        ProgrammeList.Page page =
                view.page(staff, new ProgrammeList.Wanted(pack, kind, stage, about, late, text), now, limit, offset);
        List<CountView> counts =
                view.counts(staff, new ProgrammeList.Wanted(pack, kind, null, about, false, text), now).stream()
                        .map(one -> new CountView(one.packageId(), one.kind(), one.stage(), one.count(), one.late()))
                        .toList();
        return new PageView(page.items().stream().map(one -> line(one, now)).toList(), page.total(), counts);
    }

    private static LineView line(ProgrammeList.Line one, Instant now) {
        return new LineView(
                one.id(),
                one.number(),
                one.packageId(),
                one.kind(),
                one.title(),
                one.about(),
                one.unit().value(),
                one.stage(),
                one.since(),
                one.dueAt(),
                one.dueAt() != null && now.isAfter(one.dueAt()),
                one.edition());
    }

    @GetMapping("/{id}")
    @Needs(Rights.READ)
    Detail one(Staff staff, @PathVariable UUID id, Locale locale) {
        Instant now = clock.instant();
        return ProgrammeViews.of(view.one(staff, id, now), due, now, locale);
    }

    @PostMapping
    @Needs(Rights.DRAFT)
    @ResponseStatus(HttpStatus.CREATED)
    Detail open(Staff staff, @RequestBody Opening opening, Locale locale) {
        UUID id = write.open(
                staff,
                required("pack", opening.pack()),
                required("kind", opening.kind()),
                required("title", opening.title()),
                opening.about(),
                clock.instant());
        return one(staff, id, locale);
    }

    @PutMapping("/{id}/draft")
    @Needs(Rights.DRAFT)
    DraftView save(Staff staff, @PathVariable UUID id, @RequestBody Writing writing) {
        return ProgrammeViews.draft(write.save(
                staff, id, writing.revision(), required("given", writing.given()), writing.about(), clock.instant()));
    }

    @PostMapping("/{id}/papers")
    @Needs(Rights.READ)
    Detail paper(Staff staff, @PathVariable UUID id, @RequestBody PaperDraft paper, Locale locale) {
        act.addPaper(
                staff,
                id,
                required("paper", paper.paper()),
                required("attachment", paper.attachment()),
                clock.instant());
        return one(staff, id, locale);
    }

    @PostMapping("/{id}/opinions")
    @Needs(Rights.READ)
    Detail opinion(Staff staff, @PathVariable UUID id, @RequestBody OpinionDraft opinion, Locale locale) {
        Verdict verdict = Verdict.of(required("verdict", opinion.verdict()))
                .orElseThrow(
                        () -> Refusal.invalid("verdict", "programme.verdict").exception());
        act.giveOpinion(staff, id, verdict, orEmpty(opinion.text()), orEmpty(opinion.conditions()), clock.instant());
        return one(staff, id, locale);
    }

    @PostMapping("/{id}/steps/{step}")
    @Needs(Rights.READ)
    Detail step(
            Staff staff,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestBody StepDraft asked,
            Locale locale) {
        Map<String, List<String>> answers = Objects.requireNonNullElse(asked.answers(), Map.of());
        act.step(
                staff,
                id,
                step,
                new ActOnProgramme.Asked(asked.seq(), orEmpty(asked.note()), answers),
                clock.instant());
        return one(staff, id, locale);
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null)
            throw Refusal.invalid(field, "request.missing", field).exception();
        return value;
    }
}
