package org.yiwang.lists.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.MatterCases;
import org.yiwang.casework.model.MatterFigure;
import org.yiwang.lists.DrawChecks;
import org.yiwang.lists.GiveItem;
import org.yiwang.lists.RecordCheck;
import org.yiwang.lists.SettleRisk;
import org.yiwang.lists.WatchSpecial;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.web.SpecialViews.AgainView;
import org.yiwang.lists.web.SpecialViews.CheckView;
import org.yiwang.lists.web.SpecialViews.SpecialView;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Special supervision (专项监督): the figures of its matter, its sample, what is found at the checks, and its risk points. */
@RestController
@RequestMapping("/api/v1/lists")
class SpecialController {
    /** @param total of which at most 200 are listed, the latest first */
    @SchemaName("MatterCases")
    record MatterList(List<FindCases.Line> items, int total) {}

    @SchemaName("CaseChecks")
    record Checks(List<CheckView> items) {}

    @SchemaName("CheckFindingBody")
    record FindingBody(
            @Nullable Verdict verdict,
            @Nullable String note,
            @Nullable List<UUID> photos) {}

    /** @param item what is given against it; where it is missing, {@code words} say why nothing is */
    @SchemaName("RiskPointAnswerBody")
    record RiskBody(
            @Nullable String category,
            @Nullable String unit,
            @Nullable String words,
            GiveItem.@Nullable Wanted item) {}

    private final WatchSpecial watch;
    private final DrawChecks draw;
    private final RecordCheck record;
    private final SettleRisk settle;
    private final SpecialViews views;
    private final Clock clock;

    SpecialController(
            WatchSpecial watch,
            DrawChecks draw,
            RecordCheck record,
            SettleRisk settle,
            SpecialViews views,
            Clock clock) {
        this.watch = watch;
        this.draw = draw;
        this.record = record;
        this.settle = settle;
        this.views = views;
        this.clock = clock;
    }

    @Needs("lists.read")
    @GetMapping("/{id}/special")
    SpecialView special(Staff staff, @PathVariable UUID id) {
        return views.special(staff, watch.of(staff, id, clock.instant()));
    }

    /**
     * @param figure cases, closed, on-time, overdue, returned, reworked, rated or unsatisfied
     * @param unit that leads them
     * @param before of the quarter before
     */
    @Needs("lists.read")
    @GetMapping("/{id}/special/cases")
    MatterList cases(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "cases") String figure,
            @RequestParam @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean before) {
        MatterCases.Listed listed = watch.cases(staff, id, figure(figure), unit, before, clock.instant());
        return new MatterList(listed.lines(), listed.total());
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/special/sample")
    @ResponseStatus(HttpStatus.CREATED)
    SpecialView draw(Staff staff, @PathVariable UUID id, @RequestBody DrawChecks.Wanted wanted) {
        draw.draw(staff, id, wanted, clock.instant());
        return special(staff, id);
    }

    @Needs("lists.oversee")
    @GetMapping("/{id}/special/sample/again")
    AgainView again(Staff staff, @PathVariable UUID id) {
        return SpecialViews.again(draw.again(staff, id));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/special/risks")
    SpecialView answer(Staff staff, @PathVariable UUID id, @RequestBody RiskBody body) {
        settle.settle(staff, id, body.category(), body.unit(), body.words(), body.item(), clock.instant());
        return special(staff, id);
    }

    @Needs("lists.read")
    @GetMapping("/checks")
    Checks mine(Staff staff) {
        return new Checks(views.checks(staff, watch.mine(staff)));
    }

    @Needs("lists.read")
    @PostMapping("/checks/{check}")
    CheckView found(Staff staff, @PathVariable UUID check, @RequestBody FindingBody body) {
        List<UUID> photos = Objects.requireNonNullElse(body.photos(), List.of());
        if (photos.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid("photos", "request.wrong-value", "photos").exception();
        return views.checks(
                        staff,
                        List.of(record.record(staff, check, body.verdict(), body.note(), photos, clock.instant())))
                .getFirst();
    }

    private static MatterFigure figure(String id) {
        try {
            return MatterFigure.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("figure", "request.wrong-value", "figure").exception();
        }
    }
}
