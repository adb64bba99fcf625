package org.yiwang.lists.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.lists.ActOnItem;
import org.yiwang.lists.AnswerTogether;
import org.yiwang.lists.FindItems;
import org.yiwang.lists.GatherCases;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemState;
import org.yiwang.lists.model.Step;
import org.yiwang.lists.web.ItemViews.ItemDetail;
import org.yiwang.lists.web.ItemViews.ItemLine;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Items of lists: finding them, and what is done with them. */
@RestController
@RequestMapping("/api/v1/lists/items")
class ItemController {
    /** @param next where the next page begins; missing on the last */
    @SchemaName("ListItemPage")
    record Page(List<ItemLine> items, @Nullable String next) {}

    /** @param leaves whether gathered cases may stay open when the item is verified */
    @SchemaName("ListItemStepBody")
    record StepBody(
            @Nullable Integer version,
            @Nullable String note,
            @Nullable LocalDate day,
            @Nullable List<UUID> photos,
            @Nullable Boolean leaves) {}

    @SchemaName("GatheredCases")
    record Cases(@Nullable List<UUID> cases) {}

    @SchemaName("OwnAnswer")
    record OwnAnswer(
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable String answer) {}

    @SchemaName("OwnAnswers")
    record Answers(@Nullable List<OwnAnswer> answers) {}

    @SchemaName("OwnAnswerRefused")
    record Refused(UUID id, String code, String title, String remedy) {}

    @SchemaName("OwnAnswerOutcome")
    record Outcome(List<UUID> done, List<Refused> refused) {}

    private final FindItems find;
    private final ActOnItem act;
    private final GatherCases gather;
    private final AnswerTogether together;
    private final ItemViews views;
    private final RefusalTexts texts;
    private final Clock clock;

    ItemController(
            FindItems find,
            ActOnItem act,
            GatherCases gather,
            AnswerTogether together,
            ItemViews views,
            RefusalTexts texts,
            Clock clock) {
        this.find = find;
        this.act = act;
        this.gather = gather;
        this.together = together;
        this.views = views;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param unit that answers for the item or helps
     * @param gathers a case
     */
    @Needs("lists.read")
    @GetMapping
    Page page(
            Staff staff,
            @RequestParam @Nullable UUID list,
            @RequestParam @Nullable String unit,
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam @Nullable UUID gathers,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Instant now = clock.instant();
        List<ItemState> states =
                state.stream().map(id -> known(id, ItemState::of, "state")).toList();
        FindItems.Wanted wanted = new FindItems.Wanted(list, unit, states, late, gathers);
        FindItems.Page page = find.page(staff, wanted, cursor, limit, now);
        return new Page(
                page.items().stream().map(item -> ItemViews.line(item, now)).toList(), page.next());
    }

    @Needs("lists.read")
    @GetMapping("/{id}")
    ItemDetail one(Staff staff, @PathVariable UUID id) {
        return detail(staff, act.visible(staff, id));
    }

    @Needs("lists.read")
    @PostMapping("/{id}/steps/{step}")
    ItemDetail step(Staff staff, @PathVariable UUID id, @PathVariable String step, @RequestBody StepBody body) {
        if (body.version() == null)
            throw Refusal.invalid("version", "request.missing", "version").exception();
        List<UUID> photos = whole(body.photos(), "photos");
        ActOnItem.Given given = new ActOnItem.Given(
                body.version(), body.note(), body.day(), photos, Boolean.TRUE.equals(body.leaves()));
        return detail(staff, act.take(staff, id, known(step, Step::of, "step"), given, clock.instant()));
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/cases")
    ItemDetail gather(Staff staff, @PathVariable UUID id, @RequestBody Cases body) {
        Item item = act.visible(staff, id);
        gather.add(staff, item, whole(body.cases(), "cases"), clock.instant());
        return detail(staff, item);
    }

    @Needs("lists.oversee")
    @DeleteMapping("/{id}/cases/{case}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Staff staff, @PathVariable UUID id, @PathVariable("case") UUID one) {
        gather.release(staff, act.visible(staff, id), one);
    }

    @Needs("lists.oversee")
    @PostMapping("/{id}/answers")
    Outcome answer(
            Staff staff,
            @PathVariable UUID id,
            @RequestBody Answers body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        List<AnswerTogether.Answer> answers = whole(body.answers(), "answers").stream()
                .map(ItemController::answer)
                .toList();
        AnswerTogether.Outcome outcome = together.close(staff, act.visible(staff, id), answers, key, clock.instant());
        return new Outcome(
                outcome.done(),
                outcome.refused().stream().map(one -> refused(one, locale)).toList());
    }

    private ItemDetail detail(Staff staff, Item item) {
        return views.detail(staff, item, clock.instant());
    }

    private Refused refused(AnswerTogether.Refused one, Locale locale) {
        RefusalTexts.Words words = texts.words(one.refusal(), locale);
        return new Refused(one.id(), one.refusal().code(), words.sentence(), words.remedy());
    }

    private static AnswerTogether.Answer answer(OwnAnswer given) {
        if (given.id() == null || given.version() == null || given.answer() == null)
            throw Refusal.invalid("answers", "request.missing", "answers").exception();
        return new AnswerTogether.Answer(given.id(), given.version(), given.answer());
    }

    private static <T> T known(String id, Function<String, T> of, String field) {
        try {
            return of.apply(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "request.wrong-value", field).exception();
        }
    }

    private static <T> List<T> whole(@Nullable List<T> given, String field) {
        if (given == null) return List.of();
        if (given.stream().anyMatch(Objects::isNull))
            throw Refusal.invalid(field, "request.wrong-value", field).exception();
        return given;
    }
}
